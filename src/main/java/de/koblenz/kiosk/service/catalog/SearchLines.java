package de.koblenz.kiosk.service.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// What `buergerterminal search` prints: for each line read, the line itself and below it the best
/// services, so that whoever tends the synonyms sees what citizens would find.
public final class SearchLines {
    private static final int MOST_HITS = 5;
    private static final String NO_KEY = "-             ";

    private final CatalogSearch search;

    public SearchLines(CatalogSearch search) {
        this.search = search;
    }

    /// Searches for each line of `in` until its end; empty lines are passed over.
    ///
    /// @param out gets per hit two blanks, the LeiKa key (`-` where none is known) and the name,
    ///     with a tab before the name and, for the city's own services, their id after it
    public void run(Reader in, Appendable out) throws IOException {
        BufferedReader lines = new BufferedReader(in);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String phrase = line.strip();
            if (!phrase.isEmpty()) {
                out.append(phrase).append('\n');
                for (Hit hit : search.search(phrase, MOST_HITS)) {
                    out.append("  ").append(hit.key().isEmpty() ? NO_KEY : hit.key());
                    out.append('\t').append(hit.name());
                    out.append(hit.local() ? "\t" + hit.id() : "").append('\n');
                }
            }
        }
    }
}
