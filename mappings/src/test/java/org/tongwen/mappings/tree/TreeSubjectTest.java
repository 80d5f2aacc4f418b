package org.tongwen.mappings.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.tongwen.rules.condition.Condition;
import org.tongwen.xsd.finding.Place;

/** Conditions on trees mean what their like in XPath means on the same tree as XML, and can be printed and parsed again. */
class TreeSubjectTest {

    private static final int CONDITIONS = 4_000;

    private final Processor saxon = new Processor(false);
    private final XPathCompiler compiler = saxon.newXPathCompiler();
    private final Random random = new Random(20261122);

    private Tree object(int depth) {
        Tree object = Tree.object(Place.NOWHERE);
        for (String name : RandomCondition.NAMES) {
            switch (random.nextInt(5)) {
                case 0 -> object.put(name, value(depth));
                case 1 -> object.put(name, leaf());
                case 2 -> object.put(name, list(depth));
                default -> {
                    // No such field.
                }
            }
        }
        return object;
    }

    private Tree value(int depth) {
        return depth > 0 ? object(depth - 1) : leaf();
    }

    private Tree list(int depth) {
        Tree list = Tree.list(Place.NOWHERE);
        for (int i = 0; i < random.nextInt(4); i++) {
            list.add(random.nextBoolean() ? value(depth) : leaf());
        }
        return list;
    }

    private Tree leaf() {
        if (random.nextInt(10) == 0) {
            return Tree.leaf(Tree.Kind.NULL, "null", Place.NOWHERE);
        }
        List<String> texts = RandomCondition.TEXTS;
        return Tree.text(random.nextInt(10) == 0 ? "" : texts.get(random.nextInt(texts.size())), Place.NOWHERE);
    }

    private static String xml(String name, Tree tree) {
        if (tree.kind() == Tree.Kind.LIST) {
            List<String> items = new ArrayList<>();
            tree.items().forEach(item -> items.add(xml(name, item)));
            return String.join("", items);
        } else if (tree.kind() == Tree.Kind.NULL) {
            return "";
        }
        StringBuilder xml = new StringBuilder("<" + name + ">").append(tree.value());
        tree.fields().forEach((field, value) -> xml.append(xml(field, value)));
        return xml.append("</" + name + ">").toString();
    }

    private boolean meaning(String xpath, XdmNode document) throws SaxonApiException {
        XPathSelector selector = compiler.compile(xpath).load();
        selector.setVariable(new QName("c"), document);
        selector.setVariable(new QName("root"), document);
        return selector.effectiveBooleanValue();
    }

    @Test
    void randomConditionsMeanWhatTheySay() throws SaxonApiException {
        compiler.setWarningHandler(warning -> {});
        compiler.declareVariable(new QName("c"));
        compiler.declareVariable(new QName("root"));
        int held = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            Tree tree = object(2);
            XdmNode document = saxon.newDocumentBuilder()
                    .build(new StreamSource(new StringReader(xml("root", tree))))
                    .children()
                    .iterator()
                    .next();
            RandomCondition.Both both = new RandomCondition(random).next();
            boolean holds = parsed(both.text()).holds(new TreeSubject(tree));
            assertThat(holds).as("%s on %s", both, tree).isEqualTo(meaning(both.xpath(), document));
            held += holds ? 1 : 0;
        }
        assertThat(held).isBetween(CONDITIONS / 5, CONDITIONS * 4 / 5);
    }

    private static Condition parsed(String text) {
        return Condition.parse(text, RandomCondition.LISTS)
                .value()
                .orElseThrow(() -> new AssertionError(text + ": "
                        + Condition.parse(text, RandomCondition.LISTS).findings()));
    }

    @Test
    void randomConditionsArePrintedSoThatTheyCanBeParsedAgain() {
        for (int i = 0; i < CONDITIONS; i++) {
            Condition condition = parsed(new RandomCondition(random).next().text());
            assertThat(parsed(condition.toString())).isEqualTo(condition);
        }
    }

    @Test
    void aDamagedConditionGivesAFindingInsideIt() {
        for (int i = 0; i < CONDITIONS; i++) {
            String text = new RandomCondition(random).next().text();
            int cut = random.nextInt(text.length());
            String damaged = text.substring(0, cut) + "(),'=[]@".charAt(random.nextInt(8)) + text.substring(cut);
            assertThat(Condition.parse(damaged, RandomCondition.LISTS).findings())
                    .allSatisfy(finding ->
                            assertThat(finding.place().column()).as(damaged).isBetween(1, damaged.length() + 1));
        }
    }
}
