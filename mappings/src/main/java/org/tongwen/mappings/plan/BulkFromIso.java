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
import java.util.function.LongConsumer;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.format.ItemWriter;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

/**
 * Translates a long ISO message into the institution's document. The message is read twice: to judge it and for what stands around its
 * items, and then a few items at a time, each portion as a small message of its own.
 */
final class BulkFromIso {

    private final Plan plan;
    private final BulkList list;
    private final Translator translator;
    private final Context context;
    private final LongConsumer progress;
    private final BulkReport report = new BulkReport();
    private final BulkReport others = new BulkReport();
    private final BulkFrame frame;
    private final Map<Formula, Total> totals = new IdentityHashMap<>();
    private final List<Node> waiting = new ArrayList<>();
    private List<Node> first = List.of();
    private long items;
    private @Nullable Tree around;
    private @Nullable ItemWriter writer;

    BulkFromIso(Plan plan, BulkList list, Translator translator, Context context, LongConsumer progress) {
        this.plan = plan;
        this.list = list;
        this.translator = translator;
        this.context = context;
        this.progress = progress;
        this.frame = new BulkFrame(list);
        list.totals().forEach(formula -> totals.put(formula, new Total(formula)));
    }

    /** Writes the document of a message; what is written is to be used only when the result is sound. */
    BulkTranslation translate(Path message, Path document) throws IOException {
        long counted = survey(message);
        if (report.hasErrors()) {
            return BulkTranslation.refused(counted, report.findings(), List.of());
        }
        try (OutputStream out = Files.newOutputStream(document)) {
            write(message, out);
        }
        if (counted != items) {
            others.add(List.of(Finding.error(
                    "mapping.DocumentChanged", Place.NOWHERE, "the document changed while it was being read")));
        }
        report.add(others);
        return report.hasErrors()
                ? BulkTranslation.refused(items, report.findings(), report.ledger())
                : new BulkTranslation(true, items, plan.format.mediaType(), report.findings(), report.ledger());
    }

    /** Judges the message and keeps what stands around the items; gives their number. */
    private long survey(Path message) throws IOException {
        long[] counted = {0};
        Checked<BusinessMessage> read;
        try (InputStream in = Files.newInputStream(message)) {
            read = Bulk.validator(plan.catalogue).validate(in, (definition, part) -> {
                counted[0] += list.isItem(part) ? 1 : 0;
                frame.part(part);
            });
        }
        report.add(translator.mask().findings(read.findings()));
        read.value().ifPresent(whole -> {
            Optional<Finding> wrong = translator.wrongMessage(whole).or(frame::beside);
            report.add(wrong.stream().toList());
            frame.end(whole);
        });
        return counted[0];
    }

    private void write(Path message, OutputStream out) throws IOException {
        MessageReader reader = new MessageReader(plan.catalogue, Bulk.LIMITS);
        try (InputStream in = Files.newInputStream(message)) {
            Checked<BusinessMessage> again = reader.read(in, (definition, part) -> {
                if (list.isItem(part)) {
                    item(part, out);
                }
            });
            others.add(translator.mask().findings(again.findings()));
        }
        if (!waiting.isEmpty() || writer == null) {
            portion(out);
        }
        retellFirst();
        if (writer != null) {
            others.add(writer.end().stream().map(Translator::ofResult).toList());
        }
    }

    private void item(Node item, OutputStream out) {
        items++;
        waiting.add(item);
        if (waiting.size() == Bulk.PORTION) {
            portion(out);
            waiting.clear();
        }
    }

    /** Translates the items that wait. Values over the whole list are not known yet, so the first portion is told again at the end. */
    private void portion(OutputStream out) {
        boolean isFirst = writer == null;
        BusinessMessage message = frame.with(waiting);
        Tree source;
        if (isFirst) {
            first = List.copyOf(waiting);
            Portion silent = Portion.of(Map.of());
            source =
                    translator.source(message, translator.run(context.reporting(Reporting.NONE), silent, true), silent);
        } else {
            source = told(message, Map.of(), others, place -> isOfItem(place, message));
        }
        List<Tree> rows = list.list(source).map(Tree::items).orElse(List.of());
        list.put(Tree.list(Place.NOWHERE), source);
        ItemWriter target = writer(source, out);
        rows.forEach(row -> write(row, target));
        progress.accept(items);
    }

    private ItemWriter writer(Tree rest, OutputStream out) {
        ItemWriter known = writer;
        if (known == null) {
            around = rest;
            known = plan.format.items().orElseThrow().writeItems(out, list.path(), rest);
            writer = known;
        } else if (around != null && !around.isSameAs(rest)) {
            others.add(List.of(Finding.error(
                    "mapping.NotInBulk",
                    Place.NOWHERE,
                    "items far from each other fill fields outside " + list.path() + " in different ways")));
        }
        return known;
    }

    private void write(Tree row, ItemWriter target) {
        totals.values().forEach(total -> {
            try {
                total.add(row);
            } catch (SaxonApiException e) {
                others.add(List.of(
                        Finding.error("mapping.FormulaFails", row.place(), "a formula fails: " + e.getMessage())));
            }
        });
        target.item(row);
    }

    /** Now that all items have been seen, what is to be said of the first ones and of everything around them can be said. */
    private void retellFirst() {
        Map<Formula, String> known = new IdentityHashMap<>();
        totals.forEach((formula, total) -> known.put(formula, total.text()));
        told(frame.with(first), known, report, place -> true);
    }

    private interface Hearing {
        boolean hears(Place place);
    }

    private Tree told(BusinessMessage message, Map<Formula, String> known, BulkReport into, Hearing hearing) {
        Portion portion = Portion.of(known);
        Run run = translator.run(context, portion, true);
        Tree source = translator.source(message, run, portion);
        Mask mask = translator.mask(source, message);
        into.add(mask.findings(run.findings.stream()
                .filter(finding -> hearing.hears(finding.place()))
                .toList()));
        into.ledger(mask.ledger(run.ledger.stream()
                .filter(entry -> hearing.hears(entry.place()))
                .toList()));
        return source;
    }

    /** Whether a place is in an item, or nowhere in the message. */
    private boolean isOfItem(Place place, BusinessMessage message) {
        String items = list.around(message).map(Node::path).orElse("") + "/"
                + list.element().name();
        return !place.path().startsWith("/" + message.document().root().name())
                || place.path().startsWith(items + "[");
    }
}
