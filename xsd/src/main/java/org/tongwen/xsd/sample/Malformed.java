package org.tongwen.xsd.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Ways to make a document what is no XML, by a description of each. */
final class Malformed {

    private Malformed() {}

    /** What is done to the text of a document that begins with its outermost element. */
    static Map<String, UnaryOperator<String>> ways() {
        Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
        ways.put("cut off", xml -> xml.substring(0, xml.length() - 1));
        ways.put("text behind the end", xml -> xml + "x");
        ways.put("two outermost elements", xml -> xml + "<a/>");
        ways.put("another end tag", xml -> xml.substring(0, xml.length() - 1) + "x>");
        ways.put("nothing at all", xml -> "");
        attribute(ways, "an attribute twice", "a='1' a='1'");
        attribute(ways, "a value without quotes", "a=1");
        attribute(ways, "a < in an attribute", "a='<'");
        attribute(ways, "no blank between attributes", "a='1'b='1'");
        attribute(ways, "the prefix xml for something else", "xmlns:xml='urn:other'");
        content(ways, "an unknown prefix", "<unknown:Id/>");
        content(ways, "a bare &", "& ");
        content(ways, "a bare <", "< ");
        content(ways, "a bare ]]>", "]]>");
        content(ways, "an unknown entity", "&unknown;");
        content(ways, "the character 0", "&#0;");
        content(ways, "a character that XML forbids", "&#xFFFE;");
        content(ways, "half a surrogate pair", "&#xD800;");
        content(ways, "a control character", "\u0001");
        content(ways, "-- in a comment", "<!-- a -- b -->");
        content(ways, "the instruction xml", "<?xml version='1.0'?>");
        return ways;
    }

    private static void content(Map<String, UnaryOperator<String>> ways, String what, String text) {
        ways.put(what, xml -> xml.substring(0, xml.indexOf('>') + 1) + text + xml.substring(xml.indexOf('>') + 1));
    }

    private static void attribute(Map<String, UnaryOperator<String>> ways, String what, String text) {
        ways.put(what, xml -> xml.substring(0, xml.indexOf('>')) + " " + text + xml.substring(xml.indexOf('>')));
    }
}
