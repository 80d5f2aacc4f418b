package org.tongwen.mappings.plan;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.trans.UncheckedXPathException;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Place;

/** Evaluates formulas during one translation. XPath sees the source as plain elements and cannot reach anything outside it. */
final class Formulas {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Pattern CALL = Pattern.compile("('(?:[^']|'')*'|\"[^\"]*\")|\\b(now|today|uuid)\\(\\)");
    private static final List<String> GENERATED = List.of("now", "today", "uuid");

    private static final int MAX_VALUES = 10_000;
    private static final int STEPS_OF_A_CHECK = 200_000;

    private final Context context;
    private final SourceField schema;
    private @Nullable Map<Tree, XdmNode> nodes;
    private Map<Formula, String> totals = Map.of();
    private Optional<SeenMessages> seen = Optional.empty();

    Formulas(Context context, SourceField schema) {
        this.context = context;
        this.schema = schema;
    }

    /** Shows formulas the messages that they may look at. */
    void see(SeenMessages messages) {
        seen = Optional.of(messages);
    }

    /** Compiles an XPath expression with the given values and {@code now()}, {@code today()}, {@code uuid()} at hand. */
    static Checked<XPathExecutable> compile(String text, Collection<String> given, Place place) {
        Optional<String> refusal = FormulaLimits.refusal(text);
        if (refusal.isPresent()) {
            return Checked.none(Formula.wrong(place, refusal.get()));
        }
        XPathCompiler compiler = Engine.PROCESSOR.newXPathCompiler();
        compiler.setLanguageVersion("3.1");
        compiler.setWarningHandler(warning -> {});
        given.forEach(name -> compiler.declareVariable(new QName(name)));
        GENERATED.forEach(name -> compiler.declareVariable(variable(name)));
        FormulaMessages messages = FormulaMessages.of(text);
        messages.recalled().forEach(name -> compiler.declareVariable(FormulaMessages.variable(name)));
        if (messages.translated()) {
            compiler.declareVariable(new QName(FormulaMessages.ISO));
        }
        try {
            XPathExecutable compiled = compiler.compile(withVariables(text));
            Expression expression = compiled.getUnderlyingExpression().getInternalExpression();
            Optional<String> regex = FormulaLimits.regexRefusal(expression, Engine.PROCESSOR);
            Metered.below(expression);
            Optional<String> never = regex.isPresent() ? regex : neverWorks(compiled, expression, given, messages);
            return never.isPresent()
                    ? Checked.none(Formula.wrong(place, never.get()))
                    : Checked.of(compiled, List.of());
        } catch (SaxonApiException e) {
            String reason = String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" "));
            return Checked.none(Formula.wrong(place, reason));
        }
    }

    /**
     * Runs a formula for an empty document. One that does not end then never will, and one that looks at nothing in the document and fails
     * always will.
     */
    private static Optional<String> neverWorks(
            XPathExecutable compiled, Expression expression, Collection<String> given, FormulaMessages messages) {
        boolean constant = expression.getDependencies() == 0 && messages.isEmpty();
        Formula.XPath formula = new Formula.XPath(compiled, Set.copyOf(given), false, messages);
        try {
            Context context =
                    new Context(Map.of(), Clock.systemUTC(), () -> new UUID(0, 0), Reporting.NONE, Originals.NONE);
            SourceField schema = SourceField.object(true, Map.of());
            new Formulas(context, schema).evaluate(formula, Tree.object(Place.NOWHERE), STEPS_OF_A_CHECK);
            return Optional.empty();
        } catch (SaxonApiException | SaxonApiUncheckedException | UncheckedXPathException e) {
            return Budget.isSpent(e) || constant
                    ? Optional.of(String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" ")))
                    : Optional.empty();
        }
    }

    /** Whether a formula calls {@code now()}, {@code today()} or {@code uuid()}. */
    static boolean isGenerated(String text) {
        return CALL.matcher(text).results().anyMatch(call -> call.group(2) != null);
    }

    private static QName variable(String function) {
        return new QName("tongwen-" + function);
    }

    private static String withVariables(String text) {
        Matcher matcher = CALL.matcher(FormulaMessages.withVariables(text));
        return matcher.replaceAll(
                call -> Matcher.quoteReplacement(call.group(2) == null ? call.group() : "$tongwen-" + call.group(2)));
    }

    /** Takes the values of formulas over a list of which the source holds but a part. */
    void totals(Map<Formula, String> known) {
        totals = known;
    }

    /** The value of a formula seen from a place in the source; empty when it gives nothing. */
    Optional<String> value(Formula formula, Tree at) throws SaxonApiException {
        if (formula instanceof Formula.Literal literal) {
            return Optional.of(literal.value());
        }
        if (formula instanceof Formula.Given given) {
            return Optional.ofNullable(context.given().get(given.name()));
        }
        if (formula instanceof Formula.Path path) {
            return path.path().find(at).filter(Tree::isLeaf).map(Tree::value);
        }
        if (formula instanceof Formula.Present present) {
            return Optional.of(present.path().find(at).isPresent() ? present.yes() : present.no());
        }
        if (formula instanceof Formula.XPath xpath) {
            return evaluate(xpath, at, Budget.STEPS);
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            String known = totals.get(aggregate);
            return Optional.of(known != null ? known : Total.of(aggregate, at));
        }
        return Optional.of(generated(formula));
    }

    private String generated(Formula formula) {
        if (formula instanceof Formula.Uuid) {
            return context.ids().get().toString();
        }
        if (formula instanceof Formula.Today today) {
            return now(today.zone()).toLocalDate().toString();
        }
        return DATE_TIME.format(now(formula instanceof Formula.Now now ? now.zone() : Optional.empty()));
    }

    private OffsetDateTime now(Optional<ZoneId> zone) {
        Clock clock = zone.map(context.clock()::withZone).orElse(context.clock());
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<String> evaluate(Formula.XPath xpath, Tree at, int steps) throws SaxonApiException {
        XPathSelector selector = xpath.expression().load();
        if (!xpath.messages().isEmpty() && !show(xpath.messages(), selector)) {
            return Optional.empty();
        }
        for (String name : xpath.given()) {
            bind(selector, new QName(name), context.given().getOrDefault(name, ""));
        }
        bind(selector, variable("now"), generated(new Formula.Now(Optional.empty())));
        bind(selector, variable("today"), generated(new Formula.Today(Optional.empty())));
        bind(selector, variable("uuid"), generated(new Formula.Uuid()));
        selector.setContextItem(node(at));
        String text = Budget.with(steps, () -> joined(selector.iterator()));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Shows a formula its messages; false when one of them is not at hand. */
    private boolean show(FormulaMessages messages, XPathSelector selector) throws SaxonApiException {
        boolean complete = true;
        for (String name : messages.recalled()) {
            Optional<XdmNode> original =
                    seen.isEmpty() ? Optional.empty() : seen.get().recalled(name);
            selector.setVariable(
                    FormulaMessages.variable(name),
                    original.isEmpty() ? XdmEmptySequence.getInstance() : original.get());
            complete &= original.isPresent() || seen.isEmpty();
        }
        if (messages.translated()) {
            selector.setVariable(
                    new QName(FormulaMessages.ISO),
                    seen.isEmpty() ? XdmEmptySequence.getInstance() : seen.get().iso());
        }
        return complete;
    }

    /** Whether the stored messages that a formula looks at are at hand. */
    boolean isAtHand(Formula formula) {
        FormulaMessages messages = formula.messages();
        return messages.recalled().isEmpty()
                || seen.filter(known -> known.areAtHand(messages)).isPresent();
    }

    private static String joined(Iterator<XdmItem> items) throws SaxonApiException {
        List<String> texts = new ArrayList<>();
        while (items.hasNext()) {
            XdmItem item = items.next();
            if (!item.isNode() && !item.isAtomicValue()) {
                throw new SaxonApiException("it gives an array, a map or a function, not a value");
            }
            texts.add(item.getStringValue());
            if (texts.size() > MAX_VALUES) {
                throw new SaxonApiException("it gives more than " + MAX_VALUES + " values");
            }
        }
        return String.join(" ", texts);
    }

    private static void bind(XPathSelector selector, QName name, String value) throws SaxonApiException {
        selector.setVariable(name, new XdmAtomicValue(value));
    }

    /** The element that XPath sees for a place in the source. */
    XdmNode node(Tree at) throws SaxonApiException {
        Map<Tree, XdmNode> known = nodes;
        if (known == null || !known.containsKey(at)) {
            known = TreeDocument.build(at, schema, Engine.PROCESSOR);
            nodes = known;
        }
        XdmNode node = known.get(at);
        if (node == null) {
            throw new SaxonApiException("the place has no element");
        }
        return node;
    }

    /** Forgets the elements made so far, because the source has grown. */
    void refresh() {
        nodes = null;
    }
}
