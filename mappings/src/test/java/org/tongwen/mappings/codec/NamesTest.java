package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts in the characters of other networks. */
class NamesTest {

    private static final String FIN_X = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ \r\n";

    @ParameterizedTest
    @CsvSource({
        "单雄信,SHAN XIONGXIN",
        "曾国藩,ZENG GUOFAN",
        "仇英,QIU YING",
        "解缙,XIE JIN",
        "尉迟恭,YUCHI GONG",
        "查良镛,ZHA LIANGYONG",
        "区大任,OU DAREN",
        "任正非,REN ZHENGFEI",
        "朴成洙,PIAO CHENGZHU",
        "吕布,LYU BU",
        "欧阳娜娜,OUYANG NANA",
        "歐陽娜娜,OUYANG NANA",
        "万俟雅,MOQI YA",
        "长孙无忌,ZHANGSUN WUJI",
        "张三,ZHANG SAN",
        "张三（别名）,ZHANG SAN (BIE MING)",
        "张,ZHANG",
        "买买提•艾力,MAIMAITI AILI",
        "Zhang San,Zhang San",
        "张三 Zhang,ZHANG SAN Zhang"
    })
    void personsAreReadBySurname(String hanzi, String pinyin) {
        assertThat(Calls.to(Calls.codec("pinyin(person)"), hanzi)).isEqualTo(pinyin);
    }

    @ParameterizedTest
    @CsvSource({
        "中国银行,ZHONGGUO YINHANG",
        "中國銀行重慶分行,ZHONGGUO YINHANG CHONGQING FENHANG",
        "招商银行股份有限公司长沙分行,ZHAOSHANG YINHANG GUFEN YOUXIAN GONGSI CHANGSHA FENHANG",
        "长春会计师事务所,CHANGCHUN KUAIJISHI SHIWUSUO",
        "西安示例科技有限公司,XI'AN SHILI KEJI YOUXIAN GONGSI",
        "华为技术有限公司,HUAWEI JISHU YOUXIAN GONGSI",
        "厦门乐清音乐学院,XIAMEN YUEQING YINYUE XUEYUAN",
        "ABC银行,ABC YINHANG",
        "Demo Bank,Demo Bank"
    })
    void organisationsAreReadByWords(String hanzi, String pinyin) {
        assertThat(Calls.to(Calls.codec("pinyin(organisation)"), hanzi)).isEqualTo(pinyin);
    }

    @Test
    void hanziAreNeverMadeOfPinyin() {
        assertThat(Calls.from(Calls.codec("pinyin(person)"), "ZHANG SAN")).isEqualTo("ZHANG SAN");
        assertThat(Calls.codec("pinyin(person)").fidelity()).isEqualTo(Codec.Fidelity.LOSSY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swift-x|Ångström & Co.|Angstrom . Co.",
                "swift-x|a “quoted” b|a 'quoted' b",
                "swift-x|a{b}c|a.b.c",
                "swift-z|a{b}c=50%|a{b.c=50%",
                "cbpr|a{b}c=50%~|a{b}c=50%~",
                "sepa|Straße [7] A_B & C|Strase (7) A-B + C",
                "sepa-german|Straße Ärger|Strasse AErger",
                "sepa|Ελλάδα|Ellada",
                "sepa|№ 5 € ½|No 5 E  1/2",
                "sepa|x\u0302y|xy",
                "sepa|\uD83D\uDE00|.",
                "sepa|张三ABC公司|zhang san ABC gong si",
                "swift-x|Ａ１\u3000Ｂ|A1 B"
            })
    void textsAreWrittenInTheSet(String set, String text, String written) {
        assertThat(Calls.to(Calls.codec("charset(" + set + ")"), text)).isEqualTo(written);
    }

    @Test
    void nothingOutsideTheSetIsLeftAndNothingVanishes() {
        Random random = new Random(11);
        Codec codec = Calls.codec("charset(swift-x)");
        for (int i = 0; i < 3000; i++) {
            String text = new StringBuilder()
                    .appendCodePoint(random.nextInt(i % 3 == 0 ? 0x3000 : 0x20000))
                    .toString();
            String written = Calls.to(codec, "a" + text + "b");
            assertThat(written.chars()).allMatch(sign -> FIN_X.indexOf(sign) >= 0);
            boolean accent = Character.getType(text.codePointAt(0)) == Character.NON_SPACING_MARK
                    || Character.getType(text.codePointAt(0)) == Character.ENCLOSING_MARK;
            String alone = Calls.to(codec, text);
            assertThat(alone).isNotEmpty();
            assertThat(accent || written.length() > 2 || !written.equals("ab"))
                    .as("%x", text.codePointAt(0))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"charset(latin)", "charset", "pinyin", "pinyin(bank)", "charset(sepa, swift-x)"})
    void setsThatAreNone(String call) {
        assertThat(Calls.exists(call)).isFalse();
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        Codec codec = Calls.codec("pinyin(person) then charset(swift-x)");
        List<CompletableFuture<String>> all = IntStream.range(0, 400)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Calls.to(codec, i % 2 == 0 ? "欧阳娜娜" : "曾国藩 Łódź")))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).join()).isEqualTo(i % 2 == 0 ? "OUYANG NANA" : "ZENG GUOFAN Lodz");
        }
    }

    @Test
    void chainsRunFromLeftToRightAndBack() {
        Codec codec = Calls.codec("pinyin(organisation) then charset(swift-x) then text(cut 8)");

        assertThat(Calls.to(codec, "中国银行")).isEqualTo("ZHONGGUO");
        assertThat(codec.fidelity()).isEqualTo(Codec.Fidelity.LOSSY);
        assertThat(codec.isoLength(70)).isEqualTo(8);
        assertThat(Calls.back(Calls.codec("pad(left 0 5) then flag(1, 0)"), java.util.Map.of("", "true"))
                        .value())
                .isEqualTo("00001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account then text(cut 3)|account fills or needs more than one value, so it can only be the last of a chain",
                "text then lines(35)|lines(35) takes a list, so it can only be the first of a chain",
                "text(cut 3) then nothing|there is no codec nothing",
                "text(cut 3) then|there is no codec text(cut 3) then"
            })
    void chainsThatDoNotHold(String chain, String message) {
        assertThat(Codecs.make(chain, java.util.Map.of()))
                .isInstanceOfSatisfying(
                        Converted.Refused.class,
                        refused -> assertThat(refused.message()).isEqualTo(message));
    }
}
