package org.tongwen.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongwen.routes.config.HubConfig.Checks;
import org.tongwen.routes.config.HubConfig.Credentials;
import org.tongwen.routes.config.HubConfig.Limits;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.config.HubConfig.Receives;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.routes.screen.Confidential;
import org.tongwen.xsd.finding.Finding;

class AddressingTest {

    private final Participant jinhe = participant(
            "jinhe", List.of("JINHCNSH"), List.of("nord*", "lake"), Map.of("pacs.002", "jinhe.status", "*", "iso"));
    private final Participant nordland =
            participant("nordland", List.of("NORDUS33XXX"), List.of("*"), Map.of("*", "iso"));
    private final Participant lake =
            participant("lake", List.of("LAKEUS44"), List.of("jinhe"), Map.of("pacs.008.001.08", "lake.in"));
    private final Participant silent = participant("nord-silent", List.of("SILEDEFF"), List.of("jinhe"), Map.of());

    private static Participant participant(
            String name, List<String> agents, List<String> counterparties, Map<String, String> mappings) {
        Optional<Receives> receives = mappings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receives(
                        "http", "http://127.0.0.1/", mappings, Map.of(), Optional.empty(), Optional.empty()));
        return new Participant(
                name,
                name,
                false,
                Credentials.NONE,
                agents,
                List.of("*"),
                counterparties,
                Optional.empty(),
                Map.of(),
                false,
                Limits.NONE,
                Checks.NONE,
                Optional.empty(),
                receives);
    }

    private Address address(Participant sender, String xml, Outcome outcome) {
        Map<String, Participant> all =
                Map.of("jinhe", jinhe, "nordland", nordland, "lake", lake, "nord-silent", silent);
        return new Addressing(all).of(sender, Iso.read(xml), outcome);
    }

    private Address beginning(Participant sender, String xml) {
        return address(sender, xml, new Outcome.Beginning());
    }

    private static Address.To to(Participant receiver) {
        return new Address.To(receiver, new Address.Form.Iso());
    }

    private static String finding(Address address) {
        return address instanceof Address.Unclear unclear
                ? "held " + unclear.finding().id()
                : "none";
    }

    private static Finding unclear(Address address) {
        assertThat(address).isInstanceOf(Address.Unclear.class);
        return ((Address.Unclear) address).finding();
    }

    private static String toHeader(String bic) {
        return Iso.xml("pacs.008.001.08", "<To>(.*?)NORDUS33XXX", "<To>$1" + bic);
    }

    @Test
    void theHeaderSaysWhoGetsAMessage() {
        assertThat(beginning(jinhe, Iso.xml("pacs.008.001.08"))).isEqualTo(to(nordland));
        assertThat(beginning(jinhe, toHeader("NORDUS33"))).isEqualTo(to(nordland));
        assertThat(beginning(jinhe, toHeader("LAKEUS44123")))
                .isEqualTo(new Address.To(lake, new Address.Form.Mapped("lake.in")));
    }

    @Test
    void withoutHeaderTheAgentItIsSentToSaysIt() {
        String xml = Iso.xml("pacs.008.001.08", "<AppHdr.*</AppHdr>", "");

        assertThat(beginning(jinhe, xml)).isEqualTo(to(nordland));
        assertThat(beginning(jinhe, xml.replaceFirst("(?s)<InstdAgt>.*?</InstdAgt>", "")))
                .isEqualTo(new Address.To(lake, new Address.Form.Mapped("lake.in")));
    }

    /** The payment without header, with a second transaction beside its own, which is for {@code NORDUS33XXX}. */
    private static String twoPayments(String change, String instead) {
        String one = Iso.xml("pacs.008.001.08", "<AppHdr.*</AppHdr>", "");
        String second = one.replaceFirst("(?s).*(<CdtTrfTxInf>.*</CdtTrfTxInf>).*", "$1")
                .replace("5f1c2e0a", "22222222")
                .replaceFirst(change, instead);
        return one.replace("</CdtTrfTxInf>", "</CdtTrfTxInf>" + second).replace("<NbOfTxs>1<", "<NbOfTxs>2<");
    }

    private static String secondFor(String bic) {
        return twoPayments("(<InstdAgt><FinInstnId><BICFI>)NORDUS33XXX", "$1" + bic);
    }

    @Test
    void transactionsForOneAgentGoToIt() {
        assertThat(beginning(jinhe, secondFor("NORDUS33XXX"))).isEqualTo(to(nordland));
        assertThat(beginning(jinhe, secondFor("NORDUS33"))).isEqualTo(to(nordland));
    }

    @Test
    void aHeaderSaysWhoGetsAllTransactions() {
        String header = Iso.xml("pacs.008.001.08").replaceFirst("(?s).*(<AppHdr.*</AppHdr>).*", "$1");

        assertThat(beginning(jinhe, secondFor("LAKEUS44XXX").replace("<RequestPayload>", "<RequestPayload>" + header)))
                .isEqualTo(to(nordland));
    }

    @Test
    void transactionsForSeveralAgentsGoToNone() {
        Finding toTwo = unclear(beginning(jinhe, secondFor("LAKEUS44XXX")));

        assertThat(toTwo.id()).isEqualTo("hub.UnknownReceiver");
        assertThat(toTwo.message()).contains("not all for one participant");
        assertThat(toTwo.value()).contains("NORDUS33XXX, LAKEUS44XXX");
    }

    @Test
    void aTransactionForNobodyDoesNotGoWithTheOthers() {
        String nameless = twoPayments(
                "(?s)<InstdAgt>.*?</InstdAgt>(.*)<CdtrAgt>.*?</CdtrAgt>",
                "$1<CdtrAgt><FinInstnId><Nm>LAKESIDE</Nm></FinInstnId></CdtrAgt>");

        assertThat(finding(beginning(jinhe, secondFor("NOBODEFFXXX")))).isEqualTo("held hub.UnknownReceiver");
        assertThat(finding(beginning(jinhe, nameless))).isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void aTransactionThatNamesNoInstructedAgentIsForThatOfItsCreditor() {
        String second = twoPayments("(?s)<InstdAgt>.*?</InstdAgt>", "");

        assertThat(unclear(beginning(jinhe, second)).value()).contains("NORDUS33XXX, LAKEUS44XXX");
    }

    @Test
    void ordersToSeveralBanksOfTheDebtorGoToNone() {
        String one = Iso.xml("pain.001.001.09", "<AppHdr.*</AppHdr>", "", "JINHCNSHXXX", "NORDUS33XXX");
        String second = one.replaceFirst("(?s).*(<PmtInf>.*</PmtInf>).*", "$1");
        String same = one.replace("</PmtInf>", "</PmtInf>" + second);
        String other = one.replace("</PmtInf>", "</PmtInf>" + second.replace("NORDUS33XXX", "SILEDEFFXXX"));

        assertThat(beginning(jinhe, same)).isEqualTo(to(nordland));
        assertThat(finding(beginning(jinhe, other))).isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void aSenderLearnsOfNoParticipantBySendingToSeveral() {
        Finding known = unclear(beginning(lake, secondFor("SILEDEFFXXX")));
        Finding unknown = unclear(beginning(lake, secondFor("NOBODEFFXXX").replace("NORDUS33XXX", "NONEDEFFXXX")));
        Finding partly = unclear(beginning(lake, secondFor("JINHCNSHXXX")));
        Finding partlyUnknown =
                unclear(beginning(lake, secondFor("JINHCNSHXXX").replace("NORDUS33XXX", "NONEDEFFXXX")));

        assertThat(known.id()).isEqualTo("hub.ForbiddenReceiver");
        assertThat(known.hint()).contains("name nord-silent, nordland under counterparties of lake");
        assertThat(Confidential.hidden(List.of(known)))
                .containsExactly(unknown.value(known.value().orElseThrow()));
        assertThat(partly).isEqualTo(partlyUnknown.value(partly.value().orElseThrow()));
    }

    @Test
    void whoeverTheHeaderNamesIsNotReplacedByTheAgentOfTheCreditor() {
        assertThat(finding(beginning(jinhe, toHeader("NOBODEFFXXX")))).isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void theReceiverThatNobodyKnowsIsNamed() {
        Address address = beginning(jinhe, toHeader("NOBODEFFXXX"));

        assertThat(address)
                .isInstanceOfSatisfying(
                        Address.Unclear.class,
                        unclear -> assertThat(unclear.finding().value()).contains("NOBODEFFXXX"));
    }

    /** To whom a payment goes that names its receiver so, among these agents of one participant. */
    private Address named(String receiver, String... agents) {
        Participant wallet = participant("nord-wallet", List.of(agents), List.of("jinhe"), Map.of("*", "iso"));
        String xml = Iso.xml(
                "pacs.008.001.08",
                "<To><FIId><FinInstnId>.*?</FinInstnId>",
                "<To><FIId><FinInstnId>" + receiver + "</FinInstnId>");
        return new Addressing(Map.of("jinhe", jinhe, "nord-wallet", wallet))
                .of(jinhe, Iso.read(xml), new Outcome.Beginning());
    }

    private static String member(String number) {
        return "<ClrSysMmbId><MmbId>" + number + "</MmbId></ClrSysMmbId>";
    }

    private static String bic(String bic) {
        return "<BICFI>" + bic + "</BICFI>";
    }

    @Test
    void aMemberNumberHasNoBranch() {
        assertThat(named(member("37040044"), "37040044")).isInstanceOf(Address.To.class);
        assertThat(finding(named(member("37040044123"), "37040044"))).isEqualTo("held hub.UnknownReceiver");
        assertThat(finding(named(member("37040044XXX"), "37040044"))).isEqualTo("held hub.UnknownReceiver");
        assertThat(finding(named(member("37040044123"), "37040044XXX"))).isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void aMemberNumberThatLooksLikeABicIsNone() {
        assertThat(named(member("WALLDEFF"), "WALLDEFF")).isInstanceOf(Address.To.class);
        assertThat(finding(named(member("WALLDEFF123"), "WALLDEFF"))).isEqualTo("held hub.UnknownReceiver");
        assertThat(named(bic("WALLDEFF123"), "WALLDEFF")).isInstanceOf(Address.To.class);
    }

    @Test
    void aBicMayBeginWithDigits() {
        assertThat(named(bic("4WALDEFF123"), "4WALDEFFXXX")).isInstanceOf(Address.To.class);
    }

    @Test
    void aListedBranchIsReachedBeforeItsHeadOffice() {
        assertThat(named(bic("WALLDEFF123"), "WALLDEFF123")).isInstanceOf(Address.To.class);
        assertThat(finding(named(bic("WALLDEFF"), "WALLDEFF123"))).isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void anOrganisationIsNamedByItsBic() {
        Participant wallet = participant("nord-wallet", List.of("WALLDEFF"), List.of("jinhe"), Map.of("*", "iso"));
        String xml = Iso.xml(
                "pacs.008.001.08",
                "<To>.*?</To>",
                "<To><OrgId><Id><OrgId><AnyBIC>WALLDEFF123</AnyBIC></OrgId></Id></OrgId></To>");

        assertThat(new Addressing(Map.of("jinhe", jinhe, "nord-wallet", wallet))
                        .of(jinhe, Iso.read(xml), new Outcome.Beginning()))
                .isEqualTo(to(wallet));
    }

    @Test
    void anIdentifierOfSeveralParticipantsSaysNothing() {
        Participant twin = participant("twin", List.of("NORDUS33"), List.of("*"), Map.of("*", "iso"));
        Addressing two = new Addressing(Map.of("jinhe", jinhe, "nordland", nordland, "twin", twin));

        assertThat(finding(two.of(jinhe, Iso.message("pacs.008.001.08"), new Outcome.Beginning())))
                .isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void aMessageThatNamesNobodyGoesToTheOnlyCounterparty() {
        String xml = Iso.xml(
                "pacs.008.001.08",
                "<AppHdr.*</AppHdr>",
                "",
                "<InstdAgt>.*?</InstdAgt>",
                "",
                "<CdtrAgt>.*?</CdtrAgt>",
                "<CdtrAgt><FinInstnId><Nm>LAKESIDE</Nm></FinInstnId></CdtrAgt>");

        assertThat(beginning(lake, xml)).isEqualTo(to(jinhe));
        assertThat(finding(beginning(jinhe, xml))).isEqualTo("held hub.UnknownReceiver");
        assertThat(finding(beginning(nordland, xml))).isEqualTo("held hub.UnknownReceiver");
    }

    @Test
    void whatItsSenderMayNotSendToItsReceiverIsHeldAsIfThereWereNoSuchReceiver() {
        Finding forbidden = unclear(beginning(lake, toHeader("NORDUS33XXX")));
        Finding unknown = unclear(beginning(lake, toHeader("NOBODEFFXXX")));

        assertThat(forbidden.id()).isEqualTo("hub.ForbiddenReceiver");
        assertThat(forbidden.hint()).contains("name nordland under counterparties of lake");
        assertThat(Confidential.hidden(List.of(unknown))).containsExactly(unknown);
        assertThat(Confidential.hidden(List.of(forbidden))).containsExactly(unknown.value("NORDUS33XXX"));
    }

    @Test
    void anAnswerGoesToWhoeverSentTheOriginalWhateverItsHeaderSays() {
        MessageId id = MessageId.next(Clock.systemUTC());
        Outcome.Original original = new Outcome.Original(id, id, "pacs.008.001.08", "jinhe");
        Outcome answer = new Answering.Answer(original, true, false);

        assertThat(address(silent, Iso.xml("pacs.002.001.10"), answer))
                .isEqualTo(new Address.To(jinhe, new Address.Form.Mapped("jinhe.status")));
        assertThat(address(lake, Iso.xml("pacs.004.001.09"), answer)).isEqualTo(to(jinhe));
        assertThat(address(lake, Iso.xml("pacs.004.001.09"), new Answering.Contradicting(original)))
                .isEqualTo(to(jinhe));
    }

    @Test
    void aRecallGoesWhereItsPaymentWent() {
        MessageId id = MessageId.next(Clock.systemUTC());
        Outcome.Original original = new Outcome.Original(id, id, "pacs.008.001.08", "lake");

        assertThat(finding(address(jinhe, Iso.xml("camt.056.001.08"), new Outcome.Following(original))))
                .isEqualTo("held hub.UnreachableReceiver");
        assertThat(finding(address(lake, Iso.xml("camt.056.001.08"), new Outcome.Following(original))))
                .isEqualTo("held hub.ForbiddenReceiver");
    }

    @Test
    void aReceiverThatGetsNothingIsSaid() {
        assertThat(finding(beginning(jinhe, toHeader("SILEDEFFXXX")))).isEqualTo("held hub.UnreachableReceiver");
    }
}
