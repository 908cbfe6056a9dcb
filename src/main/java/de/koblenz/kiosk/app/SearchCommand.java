package de.koblenz.kiosk.app;

import de.koblenz.kiosk.config.ConfigReader;
import de.koblenz.kiosk.config.Problems;
import de.koblenz.kiosk.service.catalog.CatalogReader;
import de.koblenz.kiosk.service.catalog.CatalogSearch;
import de.koblenz.kiosk.service.catalog.SearchLines;
import de.koblenz.kiosk.service.catalog.ServiceCatalog;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `search`: what the search finds for each line of standard input; for designers who tune synonyms.
@Command(
        name = "search",
        description = {
            "Reads phrases from standard input, one a line, and prints the best five services of each.",
            "Example: printf 'perso\\nauto ummelden\\n' | buergerterminal search"
        })
final class SearchCommand implements Callable<Integer> {
    @Mixin private Folders folders = new Folders();

    @Option(
            names = "--all",
            description = "Searches the LeiKa list of the configuration too (leika.tsv).")
    private boolean all;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        ServiceCatalog catalog =
                CatalogReader.read(
                        ConfigReader.read(
                                folders.config().resolve("catalogue.yaml"),
                                "catalogue.yaml",
                                problems));
        CatalogSearch search =
                CatalogSearch.of(
                        catalog,
                        SearchFiles.synonyms(folders.config(), catalog, problems),
                        all ? SearchFiles.federal(folders.config(), problems) : List.of());
        if (!problems.none()) {
            folders.listed(problems).forEach(spec.commandLine().getErr()::println);
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        new SearchLines(search).run(new InputStreamReader(System.in, StandardCharsets.UTF_8), out);
        out.flush();
        return 0;
    }
}
