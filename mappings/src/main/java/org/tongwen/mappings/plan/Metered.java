package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.expr.AxisExpression;
import net.sf.saxon.expr.ContextItemExpression;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.Operand;
import net.sf.saxon.expr.OperandRole;
import net.sf.saxon.expr.UnaryExpression;
import net.sf.saxon.expr.elab.BooleanEvaluator;
import net.sf.saxon.expr.elab.Elaborator;
import net.sf.saxon.expr.elab.ItemEvaluator;
import net.sf.saxon.expr.elab.PullElaborator;
import net.sf.saxon.expr.elab.PullEvaluator;
import net.sf.saxon.expr.elab.UnicodeStringEvaluator;
import net.sf.saxon.expr.parser.RebindingMap;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.SequenceIterator;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.value.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * A part of a formula whose values are counted on their way to the part that uses them. What runs through many values, or does
 * something again and again, does so by asking another part, so nothing can go on for long without being counted.
 */
final class Metered extends UnaryExpression {

    private Metered(Expression part) {
        super(part);
    }

    /** Meters every part of an expression, but not the expression itself. */
    static void below(Expression expression) {
        List<Operand> operands = new ArrayList<>();
        expression.operands().forEach(operands::add);
        for (Operand operand : operands) {
            Expression part = operand.getChildExpression();
            below(part);
            if (!isSimple(part)) {
                operand.setChildExpression(new Metered(part));
            }
        }
    }

    /**
     * A constant of one value and the context item need no counting. Nor does a step along an axis, which goes through the document once
     * each time that another part asks for it; Saxon wants to see it as it is.
     */
    private static boolean isSimple(Expression part) {
        boolean one =
                part instanceof Literal literal && literal.getGroundedValue().getLength() <= 1;
        return one || part instanceof ContextItemExpression || part instanceof AxisExpression;
    }

    @Override
    protected OperandRole getOperandRole() {
        return OperandRole.SAME_FOCUS_ACTION;
    }

    @Override
    public int getImplementationMethod() {
        return getBaseExpression().getImplementationMethod();
    }

    @Override
    public Expression copy(RebindingMap rebindings) {
        return new Metered(getBaseExpression().copy(rebindings));
    }

    @Override
    public String getExpressionName() {
        return "metered";
    }

    @Override
    public Elaborator getElaborator() {
        return new Meter();
    }

    private static void count(@Nullable Item item) {
        if (item instanceof StringValue text) {
            Budget.text(text.getUnicodeStringValue().length());
        } else {
            Budget.step();
        }
    }

    private static final class Meter extends PullElaborator {

        private Elaborator part() {
            return ((Metered) getExpression()).getBaseExpression().makeElaborator();
        }

        @Override
        public PullEvaluator elaborateForPull() {
            PullEvaluator part = part().elaborateForPull();
            return context -> {
                Budget.step();
                return new Counting(part.iterate(context));
            };
        }

        @Override
        public ItemEvaluator elaborateForItem() {
            ItemEvaluator part = part().elaborateForItem();
            return context -> {
                Item item = part.eval(context);
                count(item);
                return item;
            };
        }

        @Override
        public BooleanEvaluator elaborateForBoolean() {
            BooleanEvaluator part = part().elaborateForBoolean();
            return context -> {
                Budget.step();
                return part.eval(context);
            };
        }

        @Override
        public UnicodeStringEvaluator elaborateForUnicodeString(boolean zeroLengthWhenAbsent) {
            UnicodeStringEvaluator part = part().elaborateForUnicodeString(zeroLengthWhenAbsent);
            return context -> {
                UnicodeString text = part.eval(context);
                Budget.text(text == null ? 0 : text.length());
                return text;
            };
        }
    }

    private record Counting(SequenceIterator values) implements SequenceIterator {

        @Override
        public @Nullable Item next() {
            Item item = values.next();
            count(item);
            return item;
        }

        @Override
        public void close() {
            values.close();
        }
    }
}
