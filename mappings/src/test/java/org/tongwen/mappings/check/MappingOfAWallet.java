package org.tongwen.mappings.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Leaf;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.xsd.load.Catalogue;

/** The wallet's mapping for tests that look at parts of the check. */
final class MappingOfAWallet {

    static final Catalogue CATALOGUE = Catalogue.builtIn();

    private static final Path FOLDER = Path.of("institutions");

    static final AuthoredMapping MAPPING = Mappings.author(
                    FOLDER, FOLDER.resolve("wallet/transfer.pacs.008.001.08.yaml"), CATALOGUE)
            .value()
            .orElseThrow();

    private MappingOfAWallet() {}

    static List<Leaf> leaves() {
        return MAPPING.plan().leaves();
    }

    /** The mapping with a scheme in its head. */
    static MappingFile under(String scheme) {
        MappingFile file = MAPPING.text();
        return with(
                new MappingFile.Checking(
                        List.of(new MappingFile.Word(scheme, file.place())),
                        file.checking().accepted()),
                file.body().stream().map(MappingOfAWallet::withoutTowns).toList());
    }

    /** The mapping with accepted warnings in its head. */
    static MappingFile accepting(Map<String, Map<String, MappingFile.Word>> accepted) {
        MappingFile file = MAPPING.text();
        return with(new MappingFile.Checking(file.checking().schemes(), accepted), file.body());
    }

    private static MappingFile with(MappingFile.Checking checking, List<MappingFile.Element> body) {
        MappingFile file = MAPPING.text();
        return new MappingFile(
                file.name(),
                file.title(),
                file.iso(),
                file.header(),
                file.source(),
                file.given(),
                file.onDemand(),
                file.codes(),
                file.noHome(),
                file.noField(),
                file.refuse(),
                file.carry(),
                file.recall(),
                file.recallBy(),
                file.sensitive(),
                file.back(),
                file.backIf(),
                file.policy(),
                checking,
                body,
                file.place());
    }

    /** Addresses without their towns, as old formats have them. */
    private static MappingFile.Element withoutTowns(MappingFile.Element element) {
        return new MappingFile.Element(
                element.name(),
                element.contents().stream().map(MappingOfAWallet::withoutTowns).toList(),
                element.place());
    }

    private static MappingFile.Content withoutTowns(MappingFile.Content content) {
        return content instanceof MappingFile.Group group
                ? new MappingFile.Group(
                        group.each(),
                        group.groupBy(),
                        group.at(),
                        group.shape() instanceof MappingFile.Elements elements
                                ? new MappingFile.Elements(elements.children().stream()
                                        .filter(child -> !child.name().equals("TwnNm"))
                                        .map(MappingOfAWallet::withoutTowns)
                                        .toList())
                                : group.shape(),
                        group.place())
                : content;
    }
}
