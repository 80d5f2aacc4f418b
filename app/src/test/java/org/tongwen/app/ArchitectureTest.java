package org.tongwen.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dependencies go one way. All modules but the benchmarks, on which nothing may depend, are on this module's class path. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The tests of xsd are on the class path as a jar, for the official schemas.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.tongwen");

    private static final List<String> MODULES =
            List.of("xsd", "rules", "mappings", "routes", "conformance", "app", "benchmarks");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xsd         | ",
                "rules       | xsd",
                "mappings    | xsd rules",
                "routes      | xsd rules mappings",
                "conformance | xsd rules",
                "app         | xsd rules mappings routes conformance",
            })
    void aModuleSeesOnlyThoseThatItMay(String module, String seen) {
        List<String> forbidden = new ArrayList<>(MODULES);
        forbidden.remove(module);
        forbidden.removeAll(Arrays.asList(seen == null ? new String[0] : seen.split(" ")));

        noClasses()
                .that()
                .resideInAPackage("org.tongwen." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.stream()
                        .map(name -> "org.tongwen." + name + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheHubAndTheCommandLineSeeCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tongwen.routes..", "org.tongwen.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.tongwen.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Or the rules above would hold because they looked at nothing. */
    @Test
    void theModulesAreReallyOnTheClassPath() {
        assertThat(List.of("xsd.message", "mappings.plan", "conformance", "app"))
                .allSatisfy(name -> assertThat(CLASSES.containPackage("org.tongwen." + name))
                        .isTrue());
    }
}
