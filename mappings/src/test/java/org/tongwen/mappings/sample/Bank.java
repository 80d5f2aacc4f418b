package org.tongwen.mappings.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.load.Catalogue;

/** A folder with a small mapping of the institution {@code bank} and one sample, to be changed by tests. */
final class Bank {

    static final String DOCUMENT = """
            {
              "ref": "R-1",
              "why": "NARR",
              "text": "no such account"
            }
            """;

    static final String ISO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:admi.002.001.01">
              <admi.002.001.01>
                <RltdRef>
                  <Ref>R-1</Ref>
                </RltdRef>
                <Rsn>
                  <RjctgPtyRsn>NARR</RjctgPtyRsn>
                  <RjctnDtTm>2026-11-21T02:30:00+00:00</RjctnDtTm>
                  <RsnDesc>no such account</RsnDesc>
                </Rsn>
              </admi.002.001.01>
            </Document>
            """;

    static final String MAPPING = """
            mapping: bank.reject
            iso: admi.002.001.01
            source: {format: json, schema: reject.schema.json}
            given: [desk]
            policy: {unread-source: note}
            admi.002.001.01:
              RltdRef: {Ref: ref}
              Rsn:
                RjctgPtyRsn: why
                RjctnDtTm: = now()
                RsnDesc: text
            """;

    private static final String SCHEMA = """
            {
              "type": "object",
              "required": ["ref", "why"],
              "properties": {
                "ref": {"type": "string", "maxLength": 35},
                "why": {"type": "string", "maxLength": 35},
                "text": {"type": "string", "maxLength": 350}
              }
            }
            """;

    final Path root;
    final Path sample;

    Bank(Path root) {
        this.root = root;
        this.sample = root.resolve("bank/samples/reject/plain");
        write("bank/reject.admi.002.001.01.yaml", MAPPING.replace("given: [desk]\n", ""));
        write("bank/reject.schema.json", SCHEMA);
        sample("institution.json", DOCUMENT);
        sample("iso.xml", ISO);
    }

    Path write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path sample(String file, String text) {
        return write(root.relativize(sample.resolve(file)).toString(), text);
    }

    /** The schema names a field that the mapping does not read. */
    void namesAmount() {
        String more = "\"maxLength\": 350},\n    \"amount\": {\"type\": \"number\"}\n";
        write("bank/reject.schema.json", SCHEMA.replace("\"maxLength\": 350}\n", more));
    }

    void mapping(String text) {
        write("bank/reject.admi.002.001.01.yaml", text);
    }

    String read(String file) {
        try {
            return Files.readString(sample.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String file) {
        return Files.exists(sample.resolve(file));
    }

    void delete(String file) {
        try {
            Files.delete(sample.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Trial trial() {
        return trial(false);
    }

    Trial trial(boolean update) {
        Path file = root.resolve("bank/reject.admi.002.001.01.yaml");
        Checked<AuthoredMapping> mapping = Mappings.author(root, file, Catalogue.builtIn());
        return Trial.of(root, file, mapping, update);
    }

    /** What is wrong with the samples, an id and a place each. */
    List<String> problems() {
        return trial().samples().stream()
                .flatMap(result -> result.problems().stream())
                .map(problem -> problem.place() + " " + problem.id())
                .toList();
    }

    /** The detail of the only problem. */
    String detail() {
        List<SampleProblem> problems = trial().samples().stream()
                .flatMap(result -> result.problems().stream())
                .toList();
        if (problems.size() != 1) {
            throw new AssertionError(problems.toString());
        }
        return problems.get(0).detail();
    }
}
