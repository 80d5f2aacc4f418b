package org.tongwen.mappings.format;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One run of the validator, which ends when there are mistakes enough: it spends much more time on mistakes than on values, and a document may have
 * millions of them.
 */
final class SchemaRun extends ExecutionContext {

    /** Mistakes after which nobody wants to know of more; no more than {@link JsonReader#MAX_FINDINGS} are shown. */
    static final int ENOUGH = 2_000;

    /** Mistakes after which it is not looked further whether one of several alternatives fits: a sound document has some in each that does not. */
    static final int TOO_MANY = 1_000_000;

    private final Mistakes mistakes = new Mistakes();
    private int aside;

    SchemaRun(ExecutionConfig config) {
        super(config);
        setErrors(mistakes);
    }

    /** The mistakes of the document itself so far. */
    List<Error> mistakes() {
        return List.copyOf(mistakes);
    }

    /** While the validator tries an alternative it puts another list in the place of ours. */
    @Override
    public void addError(Error error) {
        super.addError(error);
        if (getErrors() != mistakes && ++aside > TOO_MANY) {
            throw new EndedException("too many mistakes in alternatives");
        }
    }

    /** There are enough. The validator passes on exceptions of this type. */
    static final class EndedException extends SchemaException {

        private static final long serialVersionUID = 1L;

        EndedException(String message) {
            super(message);
        }
    }

    /** A list that ends the run when it is long enough. */
    private static final class Mistakes extends ArrayList<Error> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean add(Error mistake) {
            super.add(mistake);
            endWhenLong();
            return true;
        }

        @Override
        public boolean addAll(Collection<? extends Error> more) {
            boolean changed = super.addAll(more);
            endWhenLong();
            return changed;
        }

        private void endWhenLong() {
            if (size() >= ENOUGH) {
                throw new EndedException("mistakes enough");
            }
        }
    }
}
