package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Operand;
import net.sf.saxon.expr.StringLiteral;
import net.sf.saxon.expr.SystemFunctionCall;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.trans.UncheckedXPathException;

/**
 * What a formula may not do, found before it runs: call a function that is not on the list, make functions of its own (with them it could
 * call itself for ever), or use a regular expression that runs through a text in too many ways.
 */
final class FormulaLimits {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 50;

    /** What turns one value into another. Functions that read files, parse, trace, or take functions are not here. */
    private static final Set<String> FUNCTIONS = Set.of("""
            abs adjust-date-to-timezone adjust-dateTime-to-timezone adjust-time-to-timezone analyze-string avg boolean ceiling
            codepoint-equal codepoints-to-string compare concat contains contains-token count current-date current-dateTime current-
            time data dateTime day-from-date day-from-dateTime days-from-duration deep-equal distinct-values empty encode-for-uri
            ends-with error escape-html-uri exactly-one exists false floor format-date format-dateTime format-integer format-number
            format-time has-children head hours-from-dateTime hours-from-duration hours-from-time index-of innermost insert-before
            iri-to-uri last local-name lower-case matches max min minutes-from-dateTime minutes-from-duration minutes-from-time
            month-from-date month-from-dateTime months-from-duration name node-name normalize-space normalize-unicode not number
            one-or-more outermost path position remove replace reverse root round round-half-to-even seconds-from-dateTime seconds-
            from-duration seconds-from-time sort starts-with string string-join string-length string-to-codepoints subsequence
            substring substring-after substring-before sum tail timezone-from-date timezone-from-dateTime timezone-from-time
            tokenize translate true unordered upper-case year-from-date year-from-dateTime years-from-duration zero-or-one now today
            uuid recall
            """.strip().split("\\s+"));

    private static final Set<String> REGEX = Set.of("matches", "replace", "tokenize", "analyze-string");
    private static final int PUMPED = 2_000;
    private static final List<String> USUAL = List.of("a", "A", "0", " ", "-", "1a", "aA");

    private FormulaLimits() {}

    /** Why a formula may not be compiled; empty when it may. */
    static Optional<String> refusal(String text) {
        if (text.length() > MAX_LENGTH || depth(text) > MAX_DEPTH) {
            return Optional.of("it is longer than " + MAX_LENGTH + " characters or nested too deep");
        }
        FormulaWords words = FormulaWords.of(text);
        if (words.makesFunctions()) {
            return Optional.of("it may not make functions");
        }
        return words.functions().stream()
                .filter(name -> !FUNCTIONS.contains(name) && !name.startsWith("xs:") && !name.startsWith("math:"))
                .sorted()
                .findFirst()
                .map(name -> name + "() may not be called, or is no function");
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Why a compiled formula may not run because of its regular expressions; empty when it may. */
    static Optional<String> regexRefusal(Expression expression, Processor processor) {
        Stream<Optional<String>> own = Stream.of(own(expression, processor));
        Stream<Optional<String>> below = parts(expression).map(part -> regexRefusal(part, processor));
        return Stream.concat(own, below).flatMap(Optional::stream).findFirst();
    }

    private static Stream<Expression> parts(Expression expression) {
        Stream.Builder<Expression> parts = Stream.builder();
        for (Operand operand : expression.operands()) {
            parts.add(operand.getChildExpression());
        }
        return parts.build();
    }

    private static Optional<String> own(Expression expression, Processor processor) {
        if (!(expression instanceof SystemFunctionCall call)
                || !REGEX.contains(call.getFunctionName().getLocalPart())
                || call.getArity() < 2) {
            return Optional.empty();
        }
        String name = call.getFunctionName().getLocalPart();
        int flagsAt = name.equals("replace") ? 3 : 2;
        if (call.getArity() > flagsAt && !(call.getArg(flagsAt) instanceof StringLiteral)) {
            return Optional.of("the flags of " + name + " must be a text in quotes");
        }
        String flags = call.getArity() > flagsAt && call.getArg(flagsAt) instanceof StringLiteral literal
                ? literal.stringify()
                : "";
        if (flags.contains(";")) {
            return Optional.of("the flags of " + name + " are none of XPath's");
        }
        return call.getArg(1) instanceof StringLiteral regex
                ? pumped(regex.stringify(), flags, processor)
                : Optional.empty();
    }

    /** Shows the expression texts that repeat what stands in it: one that it gives up on is proof that strangers could send it too. */
    private static Optional<String> pumped(String regex, String flags, Processor processor) {
        Set<String> seeds = regex.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.toSet());
        seeds.addAll(USUAL);
        XPathExecutable matches = matches(processor);
        return seeds.stream()
                .sorted()
                .limit(60)
                .filter(seed -> givesUp(seed.repeat(PUMPED) + "!", regex, flags, matches))
                .findFirst()
                .map(seed -> "the regular expression " + regex + " runs through a text such as \"" + seed.repeat(5)
                        + "…!\" in too many ways; take nested repetitions out of it");
    }

    private static boolean givesUp(String text, String regex, String flags, XPathExecutable matches) {
        try {
            XPathSelector selector = matches.load();
            selector.setVariable(new QName("text"), new XdmAtomicValue(text));
            selector.setVariable(new QName("regex"), new XdmAtomicValue(regex));
            selector.setVariable(new QName("flags"), new XdmAtomicValue(flags));
            selector.evaluate();
            return false;
        } catch (SaxonApiException | UncheckedXPathException e) {
            return String.valueOf(e.getMessage()).contains("backtrack");
        }
    }

    private static XPathExecutable matches(Processor processor) {
        XPathCompiler compiler = processor.newXPathCompiler();
        List.of("text", "regex", "flags").forEach(name -> compiler.declareVariable(new QName(name)));
        try {
            return compiler.compile("matches($text, $regex, $flags)");
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
