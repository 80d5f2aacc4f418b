package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class MaskTest {

    @Test
    void ofTwoValuesThatBeginAlikeTheLongerIsHiddenWhole() {
        assertThat(said("\"Mary Smith\" is not Mary, nor is Mary S", "Mary", "Mary Smith", "Mary S"))
                .isEqualTo("\"[masked]\" is not [masked], nor is [masked]");
    }

    @Test
    void aShortValueIsHiddenWhereItStandsAlone() {
        assertThat(said("123", "123")).isEqualTo("[masked]");
        assertThat(said("at most 1234 characters", "123")).isEqualTo("at most 1234 characters");
    }

    @Test
    void aValueIsNoPattern() {
        assertThat(said("x $1 (a|b)* \\d+ y", "$1 (a|b)* \\d+")).isEqualTo("x [masked] y");
    }

    private static String said(String message, String... secrets) {
        Tree source = Tree.object(Place.NOWHERE);
        Tree names = Tree.list(Place.NOWHERE);
        source.put("names", names);
        for (String secret : secrets) {
            names.add(Tree.text(secret, Place.NOWHERE));
        }
        Mask mask = new Mask(Set.of("names"), List.of()).forOne();
        mask.learn(source);
        return mask.findings(List.of(Finding.error("test", Place.NOWHERE, message)))
                .get(0)
                .message();
    }
}
