package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.CatalogReader;
import de.koblenz.kiosk.service.catalog.CatalogReport;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `report`: how many services are online, by status and office, as in the city's own report.
@Command(
        name = "report",
        description = "Prints how far the city's services are on their way online.")
final class ReportCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        ServiceCatalog catalog =
                CatalogReader.read(
                        ConfigReader.read(
                                folders.config().resolve("catalogue.yaml"),
                                "catalogue.yaml",
                                problems));
        if (!problems.none()) {
            folders.listed(problems).forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        CatalogReport report = new CatalogReport(catalog);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case TEXT -> report.text();
                    case CSV -> report.csv();
                    case JSON -> report.json();
                });
        out.flush();
        return 0;
    }
}
