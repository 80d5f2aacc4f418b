package org.tongwen.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongwen.rules.identifier.Currencies;
import org.tongwen.rules.identifier.Iban;
import org.tongwen.xsd.definition.DecimalText;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.Node;

/** Rules that the types of ISO 20022 state in words and that no schema can check. */
final class IsoRules {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int SHORTEST_IBAN = 15;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final List<Finding> findings;
    private final GroupTotals totals;

    /** Rules for one message; what they find goes into the list. */
    IsoRules(MessageDefinition message, List<Finding> findings) {
        this.findings = findings;
        this.totals = new GroupTotals(message, findings);
    }

    /** Looks at what is in the tree, and at what needs all parts to have been seen. */
    void end(Node root) {
        check(root);
        totals.end(root);
    }

    /** Looks at what is in the tree of a document that could not be read to its end, so that nothing can be counted. */
    void breakOff(Node root) {
        totals.breakOff();
        check(root);
    }

    /** Looks at a node and all below it; a value that is no value of its type is passed over, because the definition's check names it. */
    void check(Node node) {
        if (node.isForeign()) {
            return;
        }
        List<Node> children = node.children();
        int count = children.size();
        if (count == 0) {
            amount(node).ifPresent(findings::add);
            iban(node).ifPresent(findings::add);
        }
        for (int i = 0; i < count; i++) {
            check(children.get(i));
        }
        totals.add(node);
    }

    /** An amount has no more decimals than ISO 4217 gives its currency. */
    private static Optional<Finding> amount(Node node) {
        Optional<String> currency = node.attribute("Ccy");
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        if (!Currencies.isKnown(currency.get())) {
            return unknownCurrency(node, currency.get());
        }
        OptionalInt allowed = Currencies.decimals(currency.get());
        if (allowed.isEmpty() || hasAtMost(allowed.getAsInt(), node.text())) {
            return Optional.empty();
        }
        String message =
                node.name() + " has more decimals than " + currency.get() + " allows (" + allowed.getAsInt() + ")";
        return Optional.of(
                Finding.error("iso.CurrencyDecimals", node.place(), message).value(node.text()));
    }

    /** What has not even the form of a code is named by the definition's check. */
    private static Optional<Finding> unknownCurrency(Node node, String currency) {
        return CURRENCY.matcher(currency).matches()
                ? Optional.of(Finding.error(
                                "iso.Currency", attributePlace(node), "the currency is not registered in ISO 4217")
                        .value(currency))
                : Optional.empty();
    }

    private static Place attributePlace(Node node) {
        Place place = node.place();
        return place.path(place.path() + "/@Ccy");
    }

    /** Whether a number has no more decimals than that. Few characters behind the point are few decimals, whatever they are. */
    private static boolean hasAtMost(int decimals, String text) {
        int point = text.indexOf('.');
        return point < 0
                || text.length() - point - 1 <= decimals
                || DecimalText.of(text).map(DecimalText::decimals).orElse(0) <= decimals;
    }

    /** An IBAN proves itself; a proprietary account number that looks like one which does not is worth a look. */
    private static Optional<Finding> iban(Node node) {
        boolean typed = node.declaration().type().name().startsWith("IBAN");
        boolean other = node.name().equals("Id")
                && node.parent().filter(IsoRules::isOtherAccount).isPresent();
        if (!(typed || other)
                || Iban.isValid(node.text())
                || !IBAN.matcher(node.text()).matches()) {
            return Optional.empty();
        }
        if (typed) {
            return Optional.of(Finding.error("iso.Iban", node.place(), "the check digits of the IBAN are wrong")
                    .value(node.text()));
        }
        boolean country =
                COUNTRIES.contains(node.text().substring(0, 2)) && node.text().length() >= SHORTEST_IBAN;
        return country
                ? Optional.of(Finding.warning(
                                "iso.IbanLike",
                                node.place(),
                                "the account number looks like an IBAN, but its check digits are wrong")
                        .value(node.text()))
                : Optional.empty();
    }

    private static boolean isOtherAccount(Node node) {
        return node.name().equals("Othr")
                && node.declaration().type().name().startsWith("GenericAccountIdentification");
    }
}
