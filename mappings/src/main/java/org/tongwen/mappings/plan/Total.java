package org.tongwen.mappings.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.SaxonApiException;
import org.tongwen.mappings.tree.Tree;

/** The value of an aggregate formula, worked out item by item. */
final class Total {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)");
    private static final Pattern NUMBER = Pattern.compile(DECIMAL.pattern() + "(?:[eE][+-]?\\d{1,3})?");

    private final Formula.Aggregate formula;
    private BigDecimal sum = BigDecimal.ZERO;

    /** Nothing added yet. */
    Total(Formula.Aggregate formula) {
        this.formula = formula;
    }

    /**
     * The value over a list that is there as a whole.
     *
     * @throws SaxonApiException when something to be added is no number
     */
    static String of(Formula.Aggregate formula, Tree at) throws SaxonApiException {
        Total total = new Total(formula);
        Tree start = formula.list().fromRoot() ? root(at) : at;
        for (Tree list : formula.list().findAll(start)) {
            total.addAll(list);
        }
        return total.text();
    }

    private static Tree root(Tree tree) {
        Tree root = tree;
        for (Optional<Tree> above = root.parent(); above.isPresent(); above = root.parent()) {
            root = above.get();
        }
        return root;
    }

    private void addAll(Tree list) throws SaxonApiException {
        if (list.kind() == Tree.Kind.LIST) {
            for (Tree item : list.items()) {
                addAll(item);
            }
        } else if (list.kind() != Tree.Kind.NULL) {
            add(list);
        }
    }

    /**
     * Takes one more item.
     *
     * @throws SaxonApiException when something to be added is no number
     */
    void add(Tree item) throws SaxonApiException {
        if (formula instanceof Formula.Sum of) {
            Optional<Tree> only = of.field().find(item).filter(Tree::isLeaf);
            List<Tree> found = only.map(List::of).orElseGet(() -> of.field().findAll(item));
            boolean any = false;
            for (Tree value : found) {
                any |= add(value, of);
            }
            if (!any && !of.from().isEmpty()) {
                throw new SaxonApiException("an item has no " + of.field() + " to add up");
            }
        } else {
            sum = sum.add(BigDecimal.ONE);
        }
    }

    /** Whether there was something to add. */
    private boolean add(Tree value, Formula.Sum of) throws SaxonApiException {
        if (value.kind() == Tree.Kind.NULL) {
            return false;
        }
        if (value.kind() != Tree.Kind.LIST) {
            sum = sum.add(number(value.value(), of));
            return true;
        }
        boolean any = false;
        for (Tree item : value.items()) {
            any |= add(item, of);
        }
        return any;
    }

    private static BigDecimal number(String text, Formula.Sum of) throws SaxonApiException {
        String written = (of.from().isEmpty() ? text : translated(text, of.from(), of.to())).strip();
        Pattern form = of.isDecimal() ? DECIMAL : NUMBER;
        if (!form.matcher(written).matches()) {
            throw new SaxonApiException("\"" + text + "\" is no number that can be added up");
        }
        return new BigDecimal(written);
    }

    /** As XPath's {@code translate} does it. */
    private static String translated(String text, String from, String to) {
        StringBuilder translated = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            if (at < 0) {
                translated.append(text.charAt(i));
            } else if (at < to.length()) {
                translated.append(to.charAt(at));
            }
        }
        return translated.toString();
    }

    /** The value as the message writes it. */
    String text() {
        return sum.stripTrailingZeros().toPlainString();
    }
}
