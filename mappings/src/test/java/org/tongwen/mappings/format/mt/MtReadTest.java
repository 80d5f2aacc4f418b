package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class MtReadTest {

    static final String FULL = Mt.crLf("""
            {1:F01AAAAGB2LAXXX1234567890}{2:I103BBBBESMMXXXXU3003}{3:{103:EBA}{113:0070}{108:MUR-1}{119:STP}{423:18071715301204}{106:120811BBBBESMMAXXX2222123456}{424:PQAB1234}{111:001}{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}{115:ADDRESSEE}{165:/ABC/INFO}{433:/AOK/NO HIT}{434:/FPO/DETAIL}}{4:
            :20:REF4471
            :13C:/CLSTIME/0915+0100
            :13C:/SNDTIME/1005-0530
            :23B:CRED
            :23E:PHOB/+44.20.0000000
            :23E:INTC
            :26T:K90
            :32A:261204EUR1280,5
            :33B:USD1400,
            :36:0,9146428
            :50F:/00123456
            1/Example Trading Ltd
            2/1 Demo Road
            3/GB/Leeds
            :51A:/C/1234
            CCCCUS33
            :52A:/D/GB33BUKB20201555555555
            DDDDGB22XXX
            :53B:/C/5555
            London
            :54A:EEEEUS33
            :55D:/99
            Third Bank
            9 Pier Road
            :56C://FW021000018
            :57D://CH123456
            Bank of Nowhere
            1 Main Street
            Springfield
            :59F:/99887766
            1/Ejemplo SL
            3/ES/Madrid
            :70:/ROC/E2E-4471
            Invoice 17
            :71A:SHA
            :71F:EUR2,5
            :71F:EUR1,
            :71G:EUR3,
            :72:/ACC/first
            //second
            :77B:/ORDERRES/GB
            :77T:a=b;{c
            third
            -}{5:{CHK:123456789ABC}{TNG:}}
            """);

    @Test
    void aMessageWithEveryFieldBecomesOneTree() {
        assertThat(Mt.tree(FULL).toString()).isEqualTo("""
                        {header={application=F, service=01, sender=AAAAGB2LAXXX, session=1234, sequence=567890, direction=I, type=103, \
                        receiver=BBBBESMMXXXX, priority=U, deliveryMonitoring=3, obsolescence=003}, \
                        user={_103=EBA, _113=0070, _108=MUR-1, _119=STP, _423=18071715301204, _106=120811BBBBESMMAXXX2222123456, _424=PQAB1234, _111=001, \
                        _121=5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52, _115=ADDRESSEE, _165=/ABC/INFO, _433=/AOK/NO HIT, _434=/FPO/DETAIL}, \
                        _20=REF4471, _13C=[{code=CLSTIME, time=0915, sign=+, offset=0100}, {code=SNDTIME, time=1005, sign=-, offset=0530}], \
                        _23B=CRED, _23E=[{code=PHOB, text=+44.20.0000000}, {code=INTC}], _26T=K90, \
                        _32A={date=261204, currency=EUR, amount=1280,5}, _33B={currency=USD, amount=1400,}, _36=0,9146428, \
                        _50a={option=F, account=00123456, names=[Example Trading Ltd], street=[1 Demo Road], country=GB, town=[Leeds]}, \
                        _51A={party={mark=C, account=1234}, bic=CCCCUS33}, \
                        _52a={option=A, party={mark=D, account=GB33BUKB20201555555555}, bic=DDDDGB22XXX}, \
                        _53a={option=B, party={mark=C, account=5555}, location=London}, _54a={option=A, bic=EEEEUS33}, \
                        _55a={option=D, party={account=99}, name=Third Bank, address=[9 Pier Road]}, \
                        _56a={option=C, party={clearing=FW, id=021000018}}, \
                        _57a={option=D, party={chips=123456}, name=Bank of Nowhere, address=[1 Main Street, Springfield]}, \
                        _59a={option=F, account=99887766, names=[Ejemplo SL], country=ES, town=[Madrid]}, \
                        _70={reference=E2E-4471, text=[Invoice 17]}, _71A=SHA, \
                        _71F=[{currency=EUR, amount=2,5}, {currency=EUR, amount=1,}], _71G={currency=EUR, amount=3,}, \
                        _72={ACC=[first, second]}, _77B={ORDERRES={country=GB}}, _77T=a=b;{c
                        third, trailer={CHK=123456789ABC, TNG=}}""");
    }

    @Test
    void everyValueKnowsWhereItStands() {
        Tree tree = Mt.tree(FULL);
        assertThat(tree.leaves().map(Tree::place).toList())
                .contains(
                        Place.of(1, 7, "1:sender"),
                        Place.of(1, 37, "2:receiver"),
                        Place.of(2, 5, "4:20"),
                        Place.of(4, 15, "4:13C[2].time"),
                        Place.of(9, 15, "4:32A.amount"),
                        Place.of(15, 6, "4:50F.town[1]"),
                        Place.of(19, 1, "4:52A.bic"),
                        Place.of(28, 1, "4:57D.name"),
                        Place.of(41, 3, "4:72.ACC[2]"))
                .doesNotHaveDuplicates();
        assertThat(tree.field("_71F").orElseThrow().items().get(1).place().path())
                .isEqualTo("4:71F[2]");
        assertThat(tree.leaves().map(leaf -> leaf.place().line())).doesNotContain(0);
    }

    @Test
    void anOutputMessageHasItsSenderInBlock2AndItsReceiverInBlock1() {
        String message = Mt.withAgent(":52A:AAAAGB2L")
                .replace(Mt.HEAD, "{1:F01BBBBESMMAXXX0000000000}{2:O1031200261204AAAAGB2LAXXX00010000022612041301N}");
        Tree header = Mt.tree(message).field("header").orElseThrow();
        assertThat(header.toString())
                .isEqualTo(
                        "{application=F, service=01, receiver=BBBBESMMAXXX, session=0000, sequence=000000, direction=O, type=103, "
                                + "inputTime=1200, inputDate=261204, sender=AAAAGB2LAXXX, inputSession=0001, inputSequence=000002, "
                                + "outputDate=261204, outputTime=1301, priority=N}");
        assertThat(header.field("sender").orElseThrow().place()).isEqualTo(Place.of(1, 47, "2:sender"));
        assertThat(header.field("receiver").orElseThrow().place()).isEqualTo(Place.of(1, 7, "1:receiver"));
        assertThat(Mt.write(Mt.tree(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ":52A:AAAAGB2L;{bic=AAAAGB2L}",
                ":52A:/123\\nAAAAGB2LXXX;{party={account=123}, bic=AAAAGB2LXXX}",
                ":52A:/C/123\\nAAAAGB2L;{party={mark=C, account=123}, bic=AAAAGB2L}",
                ":52A:/E/123\\nAAAAGB2L;{party={account=E/123}, bic=AAAAGB2L}",
                ":52A://SC203301\\nAAAAGB2L;{party={clearing=SC, id=203301}, bic=AAAAGB2L}",
                ":52D:Bank\\n/x;{name=Bank, address=[/x]}",
                ":53A:AAAAGB2L;{bic=AAAAGB2L}",
                ":53B:/123;{party={account=123}}",
                ":53B:/D;{party={mark=D}}",
                ":53B:Leeds;{location=Leeds}",
                ":53D:/123\\nBank;{party={account=123}, name=Bank}",
                ":54B:Leeds;{location=Leeds}",
                ":55A:AAAAGB2L;{bic=AAAAGB2L}",
                ":55B:Leeds;{location=Leeds}",
                ":56A://RT\\nAAAAGB2L;{party={channel=RT}, bic=AAAAGB2L}",
                ":56C:/123;{party={account=123}}",
                ":57A:/CABC\\nAAAAGB2L;{party={account=CABC}, bic=AAAAGB2L}",
                ":57B:/123\\nLeeds;{party={account=123}, location=Leeds}",
                ":57C://FW021000018;{party={clearing=FW, id=021000018}}",
                ":57D:Bank;{name=Bank}",
            })
    void agentsAreReadInEveryOption(String field, String expected) {
        String message = Mt.withAgent(field.replace("\\n", "\n"));
        String tag = field.substring(1, 4);
        assertThat(Mt.tree(message).field(Mt.name(tag)).orElseThrow()).hasToString(Mt.shown(tag, expected));
        assertThat(Mt.write(Mt.tree(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ":50A:/1\\nAAAAGB2L;{account=1, bic=AAAAGB2L}",
                ":50A:AAAAGB2L;{bic=AAAAGB2L}",
                ":50K:Ltd;{name=Ltd}",
                ":50K:/1\\nLtd\\na\\nb\\nc;{account=1, name=Ltd, address=[a, b, c]}",
                ":50F:NIDN/DE/12/1\\n1/Ann\\n1/Other;{party={code=NIDN, country=DE, id=12/1}, names=[Ann, Other]}",
                ":50F:CUST/DE/Bank/12\\n1/Ann\\n4/19710229\\n5/DE/Ulm;-",
                ":50F:CUST/DE/Bank/12\\n1/Ann\\n4/19720229\\n5/DE/Ulm;"
                        + "{party={code=CUST, country=DE, issuer=Bank, id=12}, names=[Ann], birthDate=19720229, birthCountry=DE, birthPlace=Ulm}",
                ":50F:/1\\n1/Ann\\n6/DE/Bank/12\\n8/34;{account=1, names=[Ann], customer={country=DE, issuer=Bank, id=12}, more=[34]}",
                ":50F:/1\\n1/Ann\\n3/DE/Ulm\\n3/Donau;{account=1, names=[Ann], country=DE, town=[Ulm, Donau]}",
                ":50F:/1\\n1/Ann\\n3/DE\\n7/DE/77;{account=1, names=[Ann], country=DE, national={country=DE, id=77}}",
            })
    void orderingCustomersAreReadInEveryOption(String field, String expected) {
        String message = Mt.with("", field.replace("\\n", "\n") + "\n:59:Ejemplo SL\n", ":71A:SHA\n");
        if (expected.equals("-")) {
            assertThat(Mt.findings(message)).containsExactly("mt.Format 7:3 4:50F.birthDate");
            return;
        }
        Tree tree = Mt.tree(message);
        assertThat(tree.field("_50a").orElseThrow()).hasToString(Mt.shown(field.substring(1, 4), expected));
        assertThat(Mt.write(tree)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ":59:Ejemplo SL;59;{name=Ejemplo SL}",
                ":59:/1\\nEjemplo SL\\nMadrid;59;{account=1, name=Ejemplo SL, address=[Madrid]}",
                ":59A:/1\\nBBBBESMM;59A;{account=1, bic=BBBBESMM}",
                ":59F:/1\\n1/Ejemplo SL\\n2/Calle 1\\n3/ES/Madrid;59F;"
                        + "{account=1, names=[Ejemplo SL], street=[Calle 1], country=ES, town=[Madrid]}",
            })
    void beneficiariesAreReadInEveryOption(String field, String tag, String expected) {
        String message = Mt.with("", ":50K:Ltd\n" + field.replace("\\n", "\n") + "\n", ":71A:SHA\n");
        assertThat(Mt.tree(message).field("_59a").orElseThrow()).hasToString(Mt.shown(tag, expected));
        assertThat(Mt.write(Mt.tree(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "free\\n/ROC/E2E-1;{text=[free], reference=E2E-1}",
                "/ROC/E2E-1///INV/17;{reference=E2E-1, text=[/INV/17]}",
                "free\\n/ROC/E2E-1//behind\\nlast;{text=[free, behind, last], reference=E2E-1}",
                "/PURP/GDDS\\n/ULTD/Ltd;{text=[/PURP/GDDS, /ULTD/Ltd]}",
            })
    void theReferenceStandsInAnyLineOfRemittanceInformation(String value, String expected) {
        String message =
                Mt.with("", ":50K:Ltd\n:59:Ejemplo SL\n", ":70:" + value.replace("\\n", "\n") + "\n:71A:SHA\n");
        assertThat(Mt.tree(message).field("_70").orElseThrow()).hasToString(expected);
        assertThat(Mt.tree(Mt.write(Mt.tree(message))).isSameAs(Mt.tree(message)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/ROC/E2E-1;{reference=E2E-1}",
                "/ROC/E2E-1\\nmore\\n/ROC/no;{reference=E2E-1, text=[more, /ROC/no]}",
                "/ROC/;{text=[/ROC/]}",
            })
    void remittanceInformationHasOneReference(String value, String expected) {
        String message =
                Mt.with("", ":50K:Ltd\n:59:Ejemplo SL\n", ":70:" + value.replace("\\n", "\n") + "\n:71A:SHA\n");
        assertThat(Mt.tree(message).field("_70").orElseThrow()).hasToString(expected);
        assertThat(Mt.write(Mt.tree(message))).isEqualTo(message);
    }

    @Test
    void lineEndsMayBeMixedAndAByteOrderMarkMayStandFirst() {
        String message = Mt.withAgent(":52A:AAAAGB2L");
        String mixed = "\uFEFF" + message.replace("\r\n", "\n").replaceFirst("CRED\n", "CRED\r\n") + "\r\n\n";
        assertThat(Mt.tree(mixed).toString()).isEqualTo(Mt.tree(message).toString());
        assertThat(Mt.tree(mixed)
                        .field("header")
                        .orElseThrow()
                        .field("sender")
                        .orElseThrow()
                        .place())
                .isEqualTo(Place.of(1, 7, "1:sender"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1280,5", "100,", "0,01", "123456789012,34"})
    void amountsHaveAComma(String amount) {
        assertThat(Mt.findings(Mt.withAgent(":52A:AAAAGB2L").replace("1280,5", amount)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",5", "1.280,50", "1280.50", "100", "-1,", "1,2,3", "1234567890123,45", "1 000,"})
    void amountsInAnyOtherFormAreRefused(String amount) {
        assertThat(Mt.findings(Mt.withAgent(":52A:AAAAGB2L").replace("1280,5", amount)))
                .containsExactly("mt.Format 4:15 4:32A.amount");
    }

    @ParameterizedTest
    @CsvSource({"261204,true", "261304,false", "000229,true", "230229,false", "800229,true", "990431,false"})
    void datesAreDatesOfTheCalendar(String date, boolean valid) {
        List<String> expected = valid ? List.of() : List.of("mt.Format 4:6 4:32A.date");
        assertThat(Mt.findings(Mt.withAgent(":52A:AAAAGB2L").replace("261204", date)))
                .isEqualTo(expected);
    }

    @Test
    void fieldsOfTheUserHeaderThatNobodyKnowsAreKept() {
        String message = Mt.withAgent(":52A:AAAAGB2L").replace("{4:", "{3:{999:what ever}}{4:");
        assertThat(Mt.tree(message).field("user").orElseThrow()).hasToString("{_999=what ever}");
        assertThat(Mt.write(Mt.tree(message))).isEqualTo(message);
    }

    @Test
    void bytesThatAreNoTextAreFoundWhereTheyStand() {
        byte[] message =
                Mt.withAgent(":52A:AAAAGB2L").replace("Ejemplo", "Espa\u00f1a").getBytes(StandardCharsets.ISO_8859_1);
        List<Finding> findings = Mt.MT103.read(message).findings();
        assertThat(Mt.shown(findings)).containsExactly("mt.Character 9:5 4:59.name");
        assertThat(findings.get(0).value()).contains("\u00f1");
    }
}
