package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongwen.mappings.format.ItemFormat;

/** Finds out whether a plan may see the items of its list a few at a time: nothing outside them needs more than their number and sums. */
final class BulkCheck {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    /** What takes an XPath formula to other places than fields below the one it starts from. */
    private static final Pattern WANDERING = Pattern.compile(
            "\\.\\.|::|//|\\*|(?<![\\w.])\\.(?![\\w.])|(?:^|[^\\w\\]).*])\\s*/|\\broot\\s*\\(|\\bnode\\s*\\(");

    /** For a formula whose text is not at hand; it counts as one that looks everywhere. */
    private static final String UNKNOWN = "...";

    private final BulkList list;
    private final List<Formula.Aggregate> totals = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private boolean inItem;

    private BulkCheck(BulkList list) {
        this.list = list;
    }

    /**
     * What came of the check.
     *
     * @param list the list that can be translated a few items at a time
     * @param reason why there is none
     */
    record Verdict(Optional<BulkList> list, String reason) {}

    static Verdict of(Plan plan) {
        Optional<ItemFormat> items = plan.format.items();
        if (items.isEmpty()) {
            return no("the format " + plan.format() + " needs the whole document");
        }
        List<BulkList> candidates = BulkList.candidates(plan);
        if (candidates.size() != 1) {
            return no(
                    candidates.isEmpty()
                            ? "no outermost each goes through a list of the document"
                            : "several outermost each go through lists of the document");
        }
        BulkList found = candidates.get(0);
        if (!plan.document.definition().bulk().contains(found.element())) {
            return no(found.element().name() + " is not what makes a " + plan.message() + " long");
        }
        BulkCheck check = new BulkCheck(found);
        check.plan(plan);
        return check.reasons.isEmpty()
                ? new Verdict(Optional.of(found.totals(check.totals)), "")
                : no(check.reasons.get(0));
    }

    private static Verdict no(String reason) {
        return new Verdict(Optional.empty(), reason);
    }

    private void plan(Plan plan) {
        plan.header.ifPresent(part -> content(part.group(), ""));
        content(plan.document.group(), "");
        plan.carry.ifPresent(carry -> carry.paths().forEach(path -> path(path, "", "carry")));
        for (Back back : plan.backs) {
            path(back.path(), "", "back");
            if (back.formula() instanceof Formula.Aggregate total
                    && touches(total.list().absolute(""))) {
                reasons.add("back: " + back.path() + " needs all items before the first is written");
            } else {
                formula(back.formula(), "", UNKNOWN);
            }
        }
    }

    private void content(Content content, String at) {
        if (content instanceof Group group) {
            group.rules().forEach(rule -> rule.contents().forEach(inner -> content(inner, at)));
        } else if (content instanceof At object) {
            path(object.path(), at, "at");
            content(object.content(), object.path().absolute(at));
        } else if (content == list.each()) {
            inItem = true;
            content(list.each().content(), list.path());
            inItem = false;
        } else if (content instanceof Each each) {
            path(each.path(), at, "each");
            content(each.content(), each.path().absolute(at));
        } else if (content instanceof Pair pair) {
            path(pair.path(), at, pair.isoPath());
            pair.others().forEach(other -> path(other, at, pair.isoPath()));
            pair.otherwise().ifPresent(formula -> formula(formula, at, UNKNOWN));
        } else if (content instanceof Computed computed) {
            formula(computed.formula(), at, computed.text());
        } else if (content instanceof Template template) {
            template.parts().forEach(part -> path(part, at, template.text()));
        } else if (content instanceof Split split) {
            path(split.path(), at, split.isoPath());
        } else if (content instanceof Choose choose) {
            choose.by().ifPresent(by -> formula(by, at, choose.text()));
            choose.cases().forEach(one -> content(one.content(), at));
        } else {
            reasons.add("a stylesheet or group-by may look at all items");
        }
    }

    /** Outside the items a path must not lead to them; inside them it must not lead to other items. */
    private void path(SourcePath path, String at, String where) {
        boolean own = inItem && !path.fromRoot();
        if (!own && touches(path.absolute(at))) {
            reasons.add(where + " reads " + path.absolute(at) + " as a whole");
        }
    }

    private boolean touches(String path) {
        return (path + ".").startsWith(list.path() + ".");
    }

    private void formula(Formula formula, String at, String text) {
        if (formula instanceof Formula.Aggregate total) {
            aggregate(total, at, text);
        } else if (formula instanceof Formula.Path path) {
            path(path.path(), at, "= " + text);
        } else if (formula instanceof Formula.Present present) {
            boolean whole = present.path().absolute(at).equals(list.path());
            if (!whole || inItem) {
                path(present.path(), at, "= " + text);
            }
        } else if (formula instanceof Formula.XPath && wanders(text)) {
            reasons.add("the formula = " + text + " may look at all items");
        }
    }

    private void aggregate(Formula.Aggregate total, String at, String text) {
        String path = total.list().absolute(at);
        boolean around = (list.path() + ".").startsWith(path + ".");
        boolean own = inItem && !total.list().fromRoot();
        if (path.equals(list.path()) && !inItem) {
            totals.add(total);
        } else if (!own && (around || touches(path))) {
            reasons.add("the formula = " + text + " looks at more than the items of " + list.path());
        }
    }

    private boolean wanders(String text) {
        String bare = QUOTED.matcher(text).replaceAll("''");
        String first = list.path().split("\\.")[0];
        return WANDERING.matcher(bare).find()
                || (!inItem && FormulaWords.of(text).fields().contains(first));
    }
}
