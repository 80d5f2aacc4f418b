package org.tongwen.xsd.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Reads a regular expression as XML Schema defines them: no anchors, no lazy quantifiers, no references back. */
final class ExpressionParser {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_COUNT_DIGITS = 9;

    private final String source;
    private int at;
    private int depth;

    private ExpressionParser(String source) {
        this.source = source;
    }

    /**
     * Takes an expression apart.
     *
     * @throws PatternSyntaxException when it is no valid expression
     */
    static Expression parse(String source) {
        ExpressionParser parser = new ExpressionParser(source);
        Expression whole = parser.choice();
        if (parser.at < source.length()) {
            throw parser.wrong("a group ends that never began");
        }
        return whole;
    }

    private Expression choice() {
        if (++depth > MAX_DEPTH) {
            throw wrong("groups are nested more than " + MAX_DEPTH + " deep");
        }
        List<Expression> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (skip("|"));
        depth--;
        return branches.size() == 1 ? branches.get(0) : new Expression.Choice(List.copyOf(branches));
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (at < source.length() && !ahead("|") && !ahead(")")) {
            parts.add(quantified(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Sequence(List.copyOf(parts));
    }

    private Expression atom() {
        int c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Expression.One(classBody());
            case '.' -> new Expression.One(CodePoints.of("\n\r").not());
            case '\\' -> new Expression.One(escape());
            case '?', '*', '+', '{', '}', ']' -> throw wrong("'" + (char) c + "' may not stand here");
            default -> new Expression.One(CodePoints.of(c));
        };
    }

    private Expression group() {
        Expression inside = choice();
        if (!skip(")")) {
            throw wrong("a group does not end");
        }
        return inside;
    }

    private Expression quantified(Expression atom) {
        if (skip("?")) {
            return repeated(atom, 0, 1);
        }
        if (skip("*")) {
            return repeated(atom, 0, Expression.UNBOUNDED);
        }
        if (skip("+")) {
            return repeated(atom, 1, Expression.UNBOUNDED);
        }
        return skip("{") ? counted(atom) : atom;
    }

    /** Nothing repeated is nothing still: nobody shall count it a billion times. */
    private static Expression repeated(Expression atom, int min, int max) {
        return atom.positions() == 0 ? atom : new Expression.Repeat(atom, min, max);
    }

    private Expression counted(Expression atom) {
        int min = count();
        int max = !skip(",") ? min : ahead("}") ? Expression.UNBOUNDED : count();
        if (!skip("}") || max < min) {
            throw wrong("a count must be {n}, {n,} or {n,m}");
        }
        return repeated(atom, min, max);
    }

    private int count() {
        int start = at;
        while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > MAX_COUNT_DIGITS) {
            throw wrong("a count needs one to " + MAX_COUNT_DIGITS + " digits");
        }
        return Integer.parseInt(source.substring(start, at));
    }

    /** What stands between brackets, the first of which has been read. */
    private CodePoints classBody() {
        if (++depth > MAX_DEPTH) {
            throw wrong("classes are nested more than " + MAX_DEPTH + " deep");
        }
        boolean negated = skip("^");
        List<CodePoints> members = new ArrayList<>();
        CodePoints removed = CodePoints.NONE;
        int start = at;
        while (!ahead("]")) {
            if (at > start && skip("-[")) {
                removed = classBody();
                break;
            }
            members.add(member());
        }
        if (at == start || !skip("]")) {
            throw wrong("a class must hold something and end with ]");
        }
        depth--;
        CodePoints all = CodePoints.any(members);
        return (negated ? all.not() : all).without(removed);
    }

    private CodePoints member() {
        int first = next();
        if (first == '[') {
            throw wrong("'[' needs a backslash inside a class");
        }
        boolean escaped = first == '\\';
        CodePoints one = escaped ? escape() : CodePoints.of(first);
        if (!ahead("-") || ahead("-[") || ahead("-]")) {
            return one;
        }
        at++;
        int last = next();
        CodePoints end = last == '\\' ? escape() : CodePoints.of(last);
        int from = single(one);
        int to = single(end);
        if (from > to) {
            throw wrong("a range must go upwards");
        }
        return CodePoints.range(from, to);
    }

    private int single(CodePoints end) {
        int only = end.single();
        if (only < 0) {
            throw wrong("a range needs a character at either end");
        }
        return only;
    }

    private CodePoints escape() {
        int c = next();
        switch (c) {
            case 'n':
                return CodePoints.of('\n');
            case 'r':
                return CodePoints.of('\r');
            case 't':
                return CodePoints.of('\t');
            case 'p':
                return property();
            case 'P':
                return property().not();
            default:
                boolean named = c < 128 && Character.isLetterOrDigit(c);
                CodePoints found = named ? Escapes.letter((char) c) : CodePoints.of(c);
                if (found.isEmpty()) {
                    throw wrong("a backslash before '" + (char) c + "' has no meaning");
                }
                return found;
        }
    }

    private CodePoints property() {
        int end = source.indexOf('}', at);
        if (!skip("{") || end < 0) {
            throw wrong("\\p needs a name in braces");
        }
        String name = source.substring(at, end);
        at = end + 1;
        CodePoints found = Escapes.property(name);
        if (found.isEmpty()) {
            throw wrong("no characters are named " + name);
        }
        return found;
    }

    private boolean ahead(String text) {
        return source.startsWith(text, at);
    }

    private boolean skip(String text) {
        boolean found = ahead(text);
        at += found ? text.length() : 0;
        return found;
    }

    private int next() {
        if (at >= source.length()) {
            throw wrong("the expression breaks off");
        }
        int c = source.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private PatternSyntaxException wrong(String what) {
        return new PatternSyntaxException(what, source, at);
    }
}
