package org.tongwen.xsd.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a walk says about content in which something is at the wrong place, too much or not there: each mistake once. */
class ContentWalkTest {

    private static final String NAMESPACE = "urn:test";

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A B C   | A B C         | ''",
                "A B C   | A C           | B is missing before C",
                "A B C D | A D           | B is missing before D; C is missing before D",
                "A B C   | A B           | C is missing",
                "A B C   | ''            | A is missing; B is missing; C is missing",
                "A B C   | B A C         | A may not stand here; it belongs before B",
                "A B C D | D A B C       | A may not stand here; it belongs before D",
                "A B C D | D A C         | A may not stand here; it belongs before D; B is missing before D",
                "A b c D | A D b c       | b may not stand here; nothing more is allowed",
                "A b c D | A c b D       | b may not stand here; allowed: D",
                "A b C   | A b b b C     | b may occur at most once",
                "A b C   | A x C         | x is not known here; allowed: b, C",
                "A b C   | A x x C       | x is not known here; allowed: b, C; x is not known here; allowed: b, C",
                "A+ B    | A A A B       | ''",
                "A+ B    | B             | A is missing before B",
                "A+ B    | B A A         | A may not stand here; it belongs before B",
                "A B/C D | A D           | one of B, C is missing before D",
                "A B/C D | A B C D       | C may not stand here; allowed: D",
                "A B/C D | A D C         | C may not stand here; it belongs before D",
                "A B/C D | A             | one of B, C is missing; D is missing"
            })
    void eachMistakeIsNamedOnce(String content, String children, String expected) {
        ContentWalk walk = ContentModel.of(Optional.of(sequence(content))).walk(NAMESPACE);
        Set<Violation> missing = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        for (String child :
                children.isBlank() ? new String[0] : children.strip().split(" ")) {
            ContentModel.Step step = walk.next(NAMESPACE, child);
            step.violations().forEach(violation -> said.add(violation.message()));
            missing.addAll(step.missing());
            step.withdrawn().ifPresent(missing::remove);
        }
        missing.forEach(violation -> said.add(violation.message()));
        walk.end().forEach(violation -> said.add(violation.message()));
        assertThat(String.join("; ", said)).isEqualTo(expected);
    }

    /** Capital letters are mandatory, {@code +} repeats, a slash divides the branches of a choice. */
    private static Particle sequence(String content) {
        List<Particle> parts = new ArrayList<>();
        for (String part : content.strip().split(" ")) {
            List<Particle> branches = new ArrayList<>();
            for (String branch : part.split("/")) {
                branches.add(element(branch));
            }
            parts.add(branches.size() == 1 ? branches.get(0) : new Particle.Choice(branches, 1, 1));
        }
        return new Particle.Sequence(parts, 1, 1);
    }

    private static Particle element(String written) {
        boolean repeats = written.endsWith("+");
        String name = written.substring(0, 1);
        SimpleType text = new SimpleType("Text", Primitive.STRING, List.of());
        ElementDeclaration declaration = new ElementDeclaration(name, 0, repeats, () -> text);
        return new Particle.Element(
                declaration, Character.isUpperCase(name.charAt(0)) ? 1 : 0, repeats ? Particle.UNBOUNDED : 1);
    }
}
