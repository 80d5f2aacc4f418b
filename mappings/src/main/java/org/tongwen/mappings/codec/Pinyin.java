package org.tongwen.mappings.codec;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code pinyin(person)} and {@code pinyin(organisation)}: Chinese names in Latin letters, in capitals. Text without Hanzi stays as it is,
 * and so does what stands beside Hanzi. Hanzi are never made of pinyin.
 */
final class Pinyin extends TextCodec {

    /** Names of peoples that part given name and family name by a dot, in all the dots that are in use. */
    private static final String DOTS = "·•・．‧";

    /** Surnames of two characters, which are read together. */
    private static final Map<String, String> COMPOUND = compound();

    /** Surnames that ICU reads otherwise than their bearers do. */
    private static final Map<String, String> SURNAMES = Map.of("朴", "piao", "缪", "miao", "覃", "qin", "冼", "xian");

    /** Characters that names have in another reading than other texts. */
    private static final Map<String, String> IN_NAMES =
            Map.of("卜", "bu", "地", "di", "都", "du", "长", "chang", "長", "chang");

    private final Function<String, String> reading;

    private Pinyin(Function<String, String> reading) {
        this.reading = reading;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.LOSSY;
    }

    @Override
    public int isoLength(int sourceLength) {
        return (int) Math.min(Integer.MAX_VALUE, (long) sourceLength * Charset.GROWTH);
    }

    @Override
    public Converted<String> toIso(String source) {
        return Converted.of(latin(source));
    }

    @Override
    public Converted<String> fromIso(String iso) {
        return Converted.of(latin(iso));
    }

    /** The same in both directions: either side may be the one without Hanzi. */
    private String latin(String text) {
        return Latin.hasHan(text) ? written(dotted(text)) : text;
    }

    /** Composed forms and usual widths, and one dot for all; the dots first, because one of them is a wide full stop. */
    private static String dotted(String text) {
        StringBuilder one = new StringBuilder(text);
        for (int i = 0; i < one.length(); i++) {
            if (DOTS.indexOf(one.charAt(i)) >= 0) {
                one.setCharAt(i, '·');
            }
        }
        return Normalizer.normalize(one, Normalizer.Form.NFKC);
    }

    private String written(String text) {
        StringBuilder out = new StringBuilder(text.length() * 4);
        int at = 0;
        while (at < text.length()) {
            int end = nameEnd(text, at);
            if (end > at) {
                apart(out);
                out.append(reading.apply(text.substring(at, end)).toUpperCase(Locale.ROOT));
            } else {
                int character = text.codePointAt(at);
                end = at + Character.charCount(character);
                boolean begins = Character.isLetterOrDigit(character) || character == '(';
                if (at > 0 && begins && Latin.isHan(text.codePointBefore(at))) {
                    apart(out);
                }
                out.append(text, at, end);
            }
            at = end;
        }
        return out.toString();
    }

    private static void apart(StringBuilder out) {
        char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (Character.isLetterOrDigit(last) || last == ')') {
            out.append(' ');
        }
    }

    /** The end of Hanzi with dots between; the start itself where there are none. */
    private static int nameEnd(String text, int start) {
        int end = start;
        for (int at = start; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (Latin.isHan(character)) {
                end = at;
            } else if (character != '·' || end == start) {
                return end;
            }
        }
        return end;
    }

    private static Map<String, String> compound() {
        String table =
                "欧阳 ouyang 歐陽 ouyang 司马 sima 司馬 sima 上官 shangguan 诸葛 zhuge 諸葛 zhuge 东方 dongfang 東方 dongfang 皇甫 huangfu"
                        + " 尉迟 yuchi 尉遲 yuchi 公孙 gongsun 公孫 gongsun 慕容 murong 长孙 zhangsun 長孫 zhangsun 宇文 yuwen 司徒 situ 轩辕 xuanyuan"
                        + " 軒轅 xuanyuan 令狐 linghu 端木 duanmu 夏侯 xiahou 独孤 dugu 獨孤 dugu 南宫 nangong 南宮 nangong 西门 ximen 西門 ximen"
                        + " 申屠 shentu 钟离 zhongli 鍾離 zhongli 闻人 wenren 聞人 wenren 澹台 tantai 澹臺 tantai 公冶 gongye 宗政 zongzheng 濮阳 puyang"
                        + " 濮陽 puyang 淳于 chunyu 单于 chanyu 單于 chanyu 太叔 taishu 公羊 gongyang 赫连 helian 赫連 helian 呼延 huyan 闾丘 lyuqiu"
                        + " 閭丘 lyuqiu 司空 sikong 百里 baili 东郭 dongguo 東郭 dongguo 拓跋 tuoba 第五 diwu 万俟 moqi 萬俟 moqi 完颜 wanyan 完顏 wanyan"
                        + " 纳兰 nalan 納蘭 nalan 东野 dongye 東野 dongye 左丘 zuoqiu 梁丘 liangqiu 公西 gongxi 漆雕 qidiao 乐正 yuezheng 樂正 yuezheng"
                        + " 壤驷 rangsi 谷梁 guliang 榖梁 guliang 鲜于 xianyu 鮮于 xianyu";
        String[] words = table.split(" ");
        Map<String, String> compound = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            compound.put(words[i], words[i + 1]);
        }
        return Map.copyOf(compound);
    }

    private static List<String> readings(String hanzi, boolean surname) {
        List<String> readings = new ArrayList<>(Latin.readings(hanzi, surname));
        int[] characters = hanzi.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            readings.set(i, IN_NAMES.getOrDefault(Character.toString(characters[i]), readings.get(i)));
        }
        return readings;
    }

    /** GB/T 28039: the surname, a blank, the given name in one word. Names with a dot keep their parts. */
    static String person(String hanzi) {
        if (hanzi.indexOf('·') >= 0) {
            List<String> parts = new ArrayList<>();
            for (String part : hanzi.split("·+")) {
                parts.add(String.join("", readings(part, false)));
            }
            return String.join(" ", parts);
        }
        List<String> readings = readings(hanzi, true);
        String compound = hanzi.length() > 2 ? COMPOUND.get(hanzi.substring(0, 2)) : null;
        if (compound != null) {
            return compound + " " + String.join("", readings.subList(2, readings.size()));
        }
        int first = Character.charCount(hanzi.codePointAt(0));
        String surname = SURNAMES.getOrDefault(hanzi.substring(0, first), readings.get(0));
        return readings.size() == 1 ? surname : surname + " " + String.join("", readings.subList(1, readings.size()));
    }

    /** The kind. */
    public static final class Kind implements CodecKind {

        private static final Set<String> WHOSE = Set.of("person", "organisation");

        /** The kind has no settings. */
        public Kind() {}

        @Override
        public String name() {
            return "pinyin";
        }

        @Override
        public Description describe() {
            return Description.of(
                            "Chinese names in Latin capitals. Text without Hanzi stays as it is. Whether a name is a person's or an"
                                    + " organisation's is for the mapping to say: the same characters are read differently. It works in both directions alike.")
                    .form(
                            "pinyin(person)",
                            "by GB/T 28039: the surname first, also one of two characters, then the given name in one"
                                    + " word; surnames have their own readings, `ü` is `YU`")
                    .form(
                            "pinyin(organisation)",
                            "by words of a list of banking, trade and place names, with their readings; what the"
                                    + " list does not know is one word of up to four characters")
                    .lost(
                            "The Hanzi: they are never made of pinyin. Keep the original where the message or a store can hold it.")
                    .example("pinyin(person)", "张三", "ZHANG SAN", "ZHANG SAN")
                    .example("pinyin(person)", "欧阳娜娜", "OUYANG NANA", "OUYANG NANA")
                    .example("pinyin(person)", "阿卜杜·热合曼", "ABUDU REHEMAN", "ABUDU REHEMAN")
                    .example(
                            "pinyin(organisation)",
                            "中国工商银行重庆分行",
                            "ZHONGGUO GONGSHANG YINHANG CHONGQING FENHANG",
                            "ZHONGGUO GONGSHANG YINHANG CHONGQING FENHANG")
                    .example(
                            "pinyin(organisation) then charset(swift-x)",
                            "示例贸易（长沙）有限公司",
                            "SHILI MAOYI (CHANGSHA) YOUXIAN GONGSI",
                            "SHILI MAOYI (CHANGSHA) YOUXIAN GONGSI");
        }

        @Override
        public Optional<Codec> make(List<String> arguments, Map<String, Table> tables) {
            return Arguments.only(arguments)
                    .filter(WHOSE::contains)
                    .map(whose -> new Pinyin(whose.equals("person") ? Pinyin::person : OrganisationWords::reading));
        }
    }
}
