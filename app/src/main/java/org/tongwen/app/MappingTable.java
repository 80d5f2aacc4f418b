package org.tongwen.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tongwen.mappings.AuthoredMapping;
import org.tongwen.mappings.sheet.Sheet;
import org.tongwen.mappings.sheet.SheetText;
import org.tongwen.mappings.sheet.SheetWorkbook;
import org.tongwen.xsd.load.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongwen map table}. */
@Command(
        name = "table",
        description = "Prints a mapping as the analyst's sheet: a row for each rule.",
        customSynopsis = "tongwen map table MAPPING [--format csv|md|xlsx] [-o FILE] [--mappings DIR] ...",
        footer = {
            "",
            "M is mandatory, O optional, 'M in RmtInf' mandatory where the optional RmtInf stands; an alternative excludes others.",
            "In CSV a cell that a spreadsheet would compute, such as = 'TRF', has an apostrophe before it.",
            "",
            "Example: tongwen map table wallet.transfer --format xlsx -o transfer.xlsx"
        })
final class MappingTable implements Callable<Integer> {

    /** What the sheet is written as. */
    enum Format {
        CSV,
        MD,
        XLSX;

        static final class Converter extends Words<Format> {
            Converter() {
                super(values(), format -> format.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MAPPING", description = "Name of a mapping, or its file.")
    private String mapping;

    @Option(
            names = "--format",
            paramLabel = "csv|md|xlsx",
            defaultValue = "md",
            converter = Format.Converter.class,
            description = "CSV, Markdown or an Excel workbook. Default: md")
    private Format format;

    @Mixin
    private ResultFile output;

    @Mixin
    private AuthorOptions options;

    MappingTable(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.check(spec);
        Catalogue catalogue = options.catalogue(terminal);
        AuthoredMapping known = options.mapping(mapping, catalogue, terminal);
        byte[] bytes = bytes(Sheet.of(known, catalogue), known.text().name().text());
        output.write(bytes, terminal);
        return Exit.DONE;
    }

    private byte[] bytes(Sheet sheet, String name) {
        return switch (format) {
            case CSV -> SheetText.csv(sheet).getBytes(StandardCharsets.UTF_8);
            case MD -> SheetText.markdown(sheet).getBytes(StandardCharsets.UTF_8);
            case XLSX -> SheetWorkbook.of(sheet, name);
        };
    }
}
