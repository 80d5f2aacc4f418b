package org.tongwen.mappings.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageStream;
import org.tongwen.xsd.message.MessageWriter;
import org.tongwen.xsd.message.Node;

/**
 * Translates a long document into an ISO message. The document is read twice: for its numbers and what stands around its list, and then a
 * few items at a time, each portion as a small document of its own. The message is judged once more as a whole.
 */
final class BulkToIso {

    private final Plan plan;
    private final BulkList list;
    private final Translator translator;
    private final Context context;
    private final LongConsumer progress;
    private final BulkReport report = new BulkReport();
    private final Map<Formula, Total> totals = new IdentityHashMap<>();
    private final List<Tree> waiting = new ArrayList<>();
    private Map<Formula, String> known = Map.of();
    private Tree frame = Tree.object(Place.NOWHERE);
    private long items;
    private long itemsBefore;
    private int elements;
    private boolean isFirst = true;
    private @Nullable BusinessMessage first;
    private @Nullable MessageStream stream;

    BulkToIso(Plan plan, BulkList list, Translator translator, Context context, LongConsumer progress) {
        this.plan = plan;
        this.list = list;
        this.translator = translator;
        this.context = context;
        this.progress = progress;
    }

    /** Writes the message of a document; what is written is to be used only when the result is sound. */
    BulkTranslation translate(Path document, Path message) throws IOException {
        Checked<Tree> read = survey(document);
        report.add(translator.mask().findings(read.findings()));
        if (report.hasErrors() || read.value().isEmpty()) {
            return BulkTranslation.refused(items, report.findings(), List.of());
        }
        frame = read.value().get();
        long counted = items;
        Map<Formula, String> before = values();
        known = before;
        try (OutputStream out = Files.newOutputStream(message)) {
            write(document, out);
        }
        if (counted != items || !sameValues(before)) {
            report.add(List.of(Finding.error(
                    "mapping.DocumentChanged", Place.NOWHERE, "the document changed while it was being read")));
        }
        if (!report.hasErrors()) {
            judge(message);
        }
        return report.hasErrors()
                ? BulkTranslation.refused(items, report.findings(), report.ledger())
                : new BulkTranslation(true, items, "application/xml", report.findings(), report.ledger());
    }

    /** Reads the document once, for what stands around the list and the values of formulas over the list. */
    private Checked<Tree> survey(Path document) throws IOException {
        begin();
        return read(document, this::count);
    }

    private void begin() {
        items = 0;
        totals.clear();
        list.totals().forEach(formula -> totals.put(formula, new Total(formula)));
    }

    private Checked<Tree> read(Path document, Consumer<Tree> each) throws IOException {
        try (InputStream in = Files.newInputStream(document)) {
            return plan.format.items().orElseThrow().readItems(in, list.path(), each);
        }
    }

    private void count(Tree item) {
        items++;
        totals.values().forEach(total -> {
            try {
                total.add(item);
            } catch (SaxonApiException e) {
                report.add(List.of(
                        Finding.error("mapping.FormulaFails", item.place(), "a formula fails: " + e.getMessage())));
            }
        });
    }

    private Map<Formula, String> values() {
        Map<Formula, String> values = new IdentityHashMap<>();
        totals.forEach((formula, total) -> values.put(formula, total.text()));
        return values;
    }

    private boolean sameValues(Map<Formula, String> before) {
        return values().entrySet().stream().allMatch(entry -> entry.getValue().equals(before.get(entry.getKey())));
    }

    private void write(Path document, OutputStream out) throws IOException {
        begin();
        Checked<Tree> again = read(document, item -> {
            count(item);
            waiting.add(item);
            if (waiting.size() == Bulk.PORTION) {
                portion(out);
                waiting.clear();
            }
        });
        report.add(translator.mask().findings(again.findings()));
        if (!waiting.isEmpty() || isFirst) {
            portion(out);
        }
        if (stream != null) {
            stream.end();
        } else if (first != null && !report.hasErrors()) {
            out.write(MessageWriter.xml(first));
        }
    }

    /** Translates the items that wait. What is said of the rest of the document is heard once. */
    private void portion(OutputStream out) {
        Tree rows = Tree.list(waiting.isEmpty() ? Place.NOWHERE : waiting.get(0).place());
        for (Tree item : waiting) {
            String pointer = item.pointer();
            rows.add(item, Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1)));
        }
        list.put(rows, frame);
        Portion portion = new Portion(known, this::place);
        Run run = translator.run(context, portion, false);
        BusinessMessage message = translator.message(frame, run, portion);
        Mask mask = translator.mask(frame, message);
        report.add(mask.findings(run.findings.stream()
                .filter(finding -> isHeard(finding.place()))
                .toList()));
        report.ledger(mask.ledger(
                run.ledger.stream().filter(entry -> isHeard(entry.place())).toList()));
        itemsBefore += waiting.size();
        progress.accept(itemsBefore);
        if (!report.hasErrors()) {
            append(message, out);
        }
        isFirst = false;
    }

    private boolean isHeard(Place place) {
        return isFirst || place.path().isEmpty() || place.path().startsWith(list.pointer());
    }

    /** Says at which positions of the whole message the elements of a portion stand. */
    private void place(BusinessMessage message) {
        for (Node item : list.items(message)) {
            item.standsBehind(elements);
            elements++;
        }
    }

    private void append(BusinessMessage message, OutputStream out) {
        first = first == null ? message : first;
        List<Node> written = list.items(message);
        if (stream == null && !written.isEmpty()) {
            first = message;
            Node around = list.around(message).orElseThrow();
            stream = MessageStream.begin(message, around, list.element(), out);
        }
        if (stream != null) {
            written.forEach(stream::add);
        }
    }

    /** What is wrong with the message as a whole is said at the place of the document that it comes from. */
    private void judge(Path message) throws IOException {
        try (InputStream in = Files.newInputStream(message)) {
            List<Finding> wrong = Bulk.validator(plan.catalogue).validate(in).findings().stream()
                    .filter(Portion::isOfTheWhole)
                    .toList();
            Optional<BusinessMessage> shown = Optional.ofNullable(first);
            report.add(shown.map(known -> new Relocation(known, plan.leaves()).relocate(wrong))
                    .orElse(wrong));
        }
    }
}
