package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A codec in its own words, from which the reference page is made. Tests call every form and run every example.
 *
 * @param summary what it is for, in a sentence or two
 * @param forms ways of calling it
 * @param lost what does not survive; empty when all does
 * @param examples values on both sides
 */
public record Description(String summary, List<Form> forms, String lost, List<Example> examples) {

    /**
     * A way of calling a codec.
     *
     * @param call the complete call, such as {@code text(cut 140)}
     * @param meaning what it does, in Markdown
     */
    public record Form(String call, String meaning) {}

    /**
     * A value on both sides.
     *
     * @param call the codec
     * @param source what the institution has
     * @param iso what ISO has, by {@link Codec#isoPaths()}
     * @param back what comes back, the same unless something is lost
     */
    public record Example(String call, Codec.Source source, Map<String, String> iso, Codec.Source back) {}

    /** Copies the lists. */
    public Description {
        forms = List.copyOf(forms);
        examples = List.copyOf(examples);
    }

    /** A description that has to say what it is for first. */
    public static Description of(String summary) {
        return new Description(summary, List.of(), "", List.of());
    }

    /** With a further form. */
    public Description form(String call, String meaning) {
        return new Description(summary, and(forms, new Form(call, meaning)), lost, examples);
    }

    /** With what does not survive. */
    public Description lost(String what) {
        return new Description(summary, forms, what, examples);
    }

    /** With an example of one text on each side, which comes back as it was. */
    public Description example(String call, String source, String iso) {
        return example(call, Codec.Source.of(source), Map.of("", iso));
    }

    /** With an example of one text on each side, which comes back as another. */
    public Description example(String call, String source, String iso, String back) {
        return new Description(
                summary,
                forms,
                lost,
                and(examples, new Example(call, Codec.Source.of(source), Map.of("", iso), Codec.Source.of(back))));
    }

    /** With an example that comes back as it was. */
    public Description example(String call, Codec.Source source, Map<String, String> iso) {
        return new Description(summary, forms, lost, and(examples, new Example(call, source, iso, source)));
    }

    private static <T> List<T> and(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
