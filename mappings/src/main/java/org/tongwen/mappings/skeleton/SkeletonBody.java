package org.tongwen.mappings.skeleton;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.AttributeDeclaration;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.definition.Particle;
import org.tongwen.xsd.definition.Primitive;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.definition.Type;
import org.tongwen.xsd.outline.Demand;
import org.tongwen.xsd.outline.TypeText;

/**
 * The body of a mapping that is still to be written: of each group first what must stand, with {@code TODO} for the source, then in
 * comments what often stands.
 */
final class SkeletonBody {

    private static final String TODO = "TODO";
    private static final int COMMENT_COLUMN = 44;
    private static final int MOST_ALTERNATIVES = 4;

    /** What most payments carry, though the standard does not demand it; in a group without mandatory parts the first one stands for it. */
    private static final List<String> USUAL = List.of(
            "FIId",
            "BICFI",
            "AnyBIC",
            "Nm",
            "IBAN",
            "Cd",
            "Dt",
            "Othr",
            "Id",
            "Ustrd",
            "InstrId",
            "EndToEndId",
            "UETR",
            "InstrPrty",
            "PmtTpInf",
            "CtgyPurp",
            "ReqdExctnDt",
            "IntrBkSttlmDt",
            "InstdAmt",
            "ChrgBr",
            "Dbtr",
            "DbtrAcct",
            "DbtrAgt",
            "CdtrAgt",
            "Cdtr",
            "CdtrAcct",
            "PstlAdr",
            "StrtNm",
            "PstCd",
            "TwnNm",
            "Ctry",
            "Purp",
            "RmtInf",
            "OrgnlMsgId",
            "OrgnlMsgNmId",
            "OrgnlEndToEndId",
            "OrgnlTxId",
            "TxSts",
            "StsRsnInf",
            "Rsn");

    private final MessageDefinition message;
    private final List<String> fields;
    private final List<String> lists;
    private final List<String> lines = new ArrayList<>();
    private final Set<Type> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** How many comments the walk is inside of: what is optional of something optional is left out, apart from usual values. */
    private boolean inComment;

    private SkeletonBody(MessageDefinition message, List<String> fields, List<String> lists) {
        this.message = message;
        this.fields = fields;
        this.lists = lists;
    }

    /**
     * The lines of a message's body.
     *
     * @param fields the source's values, as paths
     * @param lists the source's lists of objects, as paths
     */
    static List<String> of(MessageDefinition message, List<String> fields, List<String> lists) {
        SkeletonBody body = new SkeletonBody(message, fields, lists);
        body.group(message.root(), message.root().name(), "");
        return List.copyOf(body.lines);
    }

    /** The lines of a header, all to be commented out by the caller. */
    static List<String> ofHeader(MessageDefinition header, MessageDefinition message, List<String> fields) {
        SkeletonBody body = new SkeletonBody(message, fields, List.of());
        body.inComment = true;
        body.group(header.root(), header.root().name(), "");
        return List.copyOf(body.lines);
    }

    private void group(ElementDeclaration group, String isoPath, String indent) {
        if (!(group.type() instanceof ComplexType type) || !open.add(type)) {
            return;
        }
        List<ElementDeclaration> written = written(group, type);
        written.forEach(element -> element(element, isoPath, indent));
        List<ElementDeclaration> rest = type.elements().stream()
                .filter(element -> !written.contains(element))
                .toList();
        if (inComment) {
            rest.stream()
                    .filter(element -> !type.isChoice() && isUsualValue(element))
                    .forEach(element -> element(element, isoPath, indent));
        } else if (type.isChoice()) {
            alternatives(written, rest, isoPath, indent);
        } else {
            rest.stream()
                    .filter(element -> isLikely(element, isoPath))
                    .forEach(element -> commented(element, isoPath, indent));
        }
        open.remove(type);
    }

    private void alternatives(
            List<ElementDeclaration> written, List<ElementDeclaration> rest, String isoPath, String indent) {
        if (!rest.isEmpty() && rest.size() < MOST_ALTERNATIVES) {
            lines.add(indent + "# or, instead of " + written.get(0).name() + ":");
            rest.forEach(element -> commented(element, isoPath, indent));
        }
    }

    private static boolean isUsualValue(ElementDeclaration element) {
        return USUAL.contains(element.name()) && TypeText.value(element.type()).isPresent();
    }

    /** What stands uncommented: all that is mandatory, and where nothing is, what usually stands. */
    private List<ElementDeclaration> written(ElementDeclaration group, ComplexType type) {
        List<ElementDeclaration> mandatory = type.elements().stream()
                .filter(element -> Demand.in(group, element.name())
                        .filter(Demand.Kind.MANDATORY::equals)
                        .isPresent())
                .toList();
        if (!mandatory.isEmpty()) {
            boolean rest = needsChoice(type);
            return rest
                    ? Stream.concat(mandatory.stream(), usual(type, element -> isAlternative(group, element)).stream())
                            .toList()
                    : mandatory;
        }
        return usual(type, element -> true).or(() -> type.elements().stream().findFirst()).stream()
                .toList();
    }

    /** Whether a sequence holds a choice of which one part must stand. */
    private static boolean needsChoice(ComplexType type) {
        return type.content().filter(Particle.Sequence.class::isInstance).stream()
                .flatMap(content -> ((Particle.Sequence) content).parts().stream())
                .anyMatch(part -> part instanceof Particle.Choice choice
                        && choice.min() > 0
                        && choice.parts().size() > 1
                        && choice.parts().stream().allMatch(one -> one.min() > 0));
    }

    private static boolean isAlternative(ElementDeclaration group, ElementDeclaration element) {
        return Demand.in(group, element.name())
                .filter(Demand.Kind.ALTERNATIVE::equals)
                .isPresent();
    }

    private static Optional<ElementDeclaration> usual(ComplexType type, Predicate<ElementDeclaration> wanted) {
        return USUAL.stream()
                .flatMap(name -> type.element(name).stream())
                .filter(wanted)
                .findFirst()
                .or(() -> type.elements().stream().filter(wanted).findFirst());
    }

    private boolean isLikely(ElementDeclaration element, String isoPath) {
        boolean leaf = TypeText.value(element.type()).isPresent();
        return USUAL.contains(element.name())
                || (leaf
                        && !NameWords.candidates(isoPath + "/" + element.name(), fields)
                                .isEmpty());
    }

    private void element(ElementDeclaration element, String parent, String indent) {
        String isoPath = parent + "/" + element.name();
        Optional<String> value =
                element.name().equals("MsgDefIdr") ? Optional.of("= '" + message.id() + "'") : value(element);
        if (value.isPresent()) {
            lines.add(commentedLine(indent + element.name() + ": " + value.get(), about(element, isoPath)));
            return;
        }
        int head = lines.size();
        lines.add(commentedLine(indent + element.name() + ":", structure(element)));
        if (element.repeats() && !lists.isEmpty()) {
            lines.add(indent + "  # each: " + String.join(", or each: ", lists.subList(0, Math.min(3, lists.size()))));
        }
        int before = lines.size();
        group(element, isoPath, indent + "  ");
        if (lines.size() == before) {
            // It holds itself, or nothing that has a name.
            lines.set(
                    head,
                    commentedLine(
                            indent + element.name() + ": " + TODO,
                            element.type().name()));
        }
    }

    /** Whether a field is called as the standard calls the element. */
    private static boolean isNamedLike(ElementDeclaration element, String field) {
        return NameWords.words(field.substring(field.lastIndexOf('.') + 1)).equals(NameWords.words(element.name()));
    }

    private void commented(ElementDeclaration element, String isoPath, String indent) {
        if (open.contains(element.type())) {
            return;
        }
        int before = lines.size();
        inComment = true;
        element(element, isoPath, "");
        inComment = false;
        for (int i = before; i < lines.size(); i++) {
            lines.set(i, indent + "# " + lines.get(i));
        }
    }

    /** What stands behind the name of an element that holds a value, or that a codec fills as a whole. */
    private static Optional<String> value(ElementDeclaration element) {
        Type type = element.type();
        if (type instanceof ComplexType complex) {
            boolean account = complex.element("IBAN").isPresent()
                    && complex.element("Othr").isPresent();
            boolean amount = complex.attributes().stream().anyMatch(AttributeDeclaration::required);
            return account
                    ? Optional.of(TODO + " as account")
                    : complex.value().map(value -> amount ? TODO + " as decimal(" + TODO + ")" : TODO);
        }
        return Optional.of(TODO);
    }

    private String about(ElementDeclaration element, String isoPath) {
        List<String> candidates = NameWords.candidates(isoPath, fields);
        String perhaps = candidates.isEmpty() ? "" : "; perhaps " + String.join(" or ", candidates);
        return TypeText.of(element.type()) + hint(element) + perhaps;
    }

    private static String hint(ElementDeclaration element) {
        Optional<SimpleType> value = TypeText.value(element.type());
        if (value.isEmpty()) {
            return "";
        }
        Primitive primitive = value.get().primitive();
        if (primitive == Primitive.DATE_TIME) {
            return "; such as = now(), or a path as datetime(yyyyMMddHHmmss, +08:00)";
        }
        return primitive == Primitive.DATE ? "; such as = today(), or a path as date(yyyyMMdd)" : "";
    }

    private static String structure(ElementDeclaration element) {
        return element.type() instanceof ComplexType type && type.isChoice()
                ? "one of "
                        + String.join(
                                ", ",
                                type.elements().stream()
                                        .map(ElementDeclaration::name)
                                        .toList())
                : element.repeats() ? "may repeat" : "";
    }

    private static String commentedLine(String text, String comment) {
        int blanks = Math.max(2, COMMENT_COLUMN - text.length());
        return comment.isEmpty() ? text : text + " ".repeat(blanks) + "# " + comment;
    }
}
