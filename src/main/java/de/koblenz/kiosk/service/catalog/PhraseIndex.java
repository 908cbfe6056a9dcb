package de.koblenz.kiosk.service.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/// Lucene's index over all phrases, in memory: one document a phrase. Answers how well each phrase
/// contains one typed word. Thread-safe once built; nothing to close but memory.
final class PhraseIndex {
    private static final String NUMBER = "number";
    private static final int BUFFER_MEGABYTES = 64;

    private final IndexSearcher searcher;
    private final int size;

    private PhraseIndex(IndexSearcher searcher, int size) {
        this.searcher = searcher;
        this.size = size;
    }

    static PhraseIndex of(List<SearchPhrase> phrases, WordKin kin) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            IndexWriterConfig config =
                    new IndexWriterConfig()
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setUseCompoundFile(false);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int number = 0; number < phrases.size(); number++) {
                    writer.addDocument(document(number, phrases.get(number), kin));
                }
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            // The same question takes the same way each time, whoever has asked before.
            searcher.setQueryCache(null);
            return new PhraseIndex(searcher, phrases.size());
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail", e);
        }
    }

    private static Document document(int number, SearchPhrase phrase, WordKin kin) {
        Set<String> own = new LinkedHashSet<>();
        Set<String> same = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        Set<String> far = new LinkedHashSet<>();
        for (SearchWord word : phrase.words()) {
            own.add(word.surface());
            own.add(word.stem());
            same.addAll(kin.same(word));
            for (String part : kin.parts(word)) {
                parts.add(part);
                far.addAll(kin.same(new SearchWord(part, part)));
            }
        }
        Document document = new Document();
        document.add(new NumericDocValuesField(NUMBER, number));
        add(document, WordQuery.WORD, own);
        add(document, WordQuery.SAME, same);
        add(document, WordQuery.PART, parts);
        add(document, WordQuery.FAR, far);
        add(document, WordQuery.SOUND, sounds(own));
        Set<String> other = new LinkedHashSet<>(same);
        other.addAll(parts);
        add(document, WordQuery.SOUND_FAR, sounds(other));
        return document;
    }

    private static Set<String> sounds(Set<String> words) {
        Set<String> sounds = new LinkedHashSet<>();
        words.forEach(word -> sounds.add(SoundForm.of(word)));
        return sounds;
    }

    private static void add(Document document, String field, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    }

    int size() {
        return size;
    }

    /// Whether some phrase has the word, an equivalent of it, or a compound with it.
    boolean knows(SearchWord word) {
        return WordQuery.dictionary()
                .anyMatch(field -> has(field, word.surface()) || has(field, word.stem()));
    }

    private boolean has(String field, String term) {
        try {
            return searcher.getIndexReader().docFreq(new Term(field, term)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail", e);
        }
    }

    /// For each phrase how well it contains the word, 0 to 1.
    float[] match(SearchWord word, boolean unfinished) {
        float[] byPhrase = new float[size];
        try {
            searcher.search(WordQuery.of(word, unfinished, knows(word)), new AllMatches(byPhrase));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail", e);
        }
        return byPhrase;
    }

    /// Each phrase is one document, so collectors of different segments never write the same place.
    private static final class AllMatches implements CollectorManager<Matches, Integer> {
        private final float[] byPhrase;

        AllMatches(float[] byPhrase) {
            this.byPhrase = byPhrase;
        }

        @Override
        public Matches newCollector() {
            return new Matches(byPhrase);
        }

        @Override
        public Integer reduce(Collection<Matches> collectors) {
            return collectors.size();
        }
    }

    private static final class Matches extends SimpleCollector {
        private final float[] byPhrase;
        private @Nullable NumericDocValues numbers;
        private @Nullable Scorable scorer;

        Matches(float[] byPhrase) {
            this.byPhrase = byPhrase;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            numbers = context.reader().getNumericDocValues(NUMBER);
        }

        @Override
        public void setScorer(Scorable current) {
            scorer = current;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (numbers != null && scorer != null && numbers.advanceExact(doc)) {
                byPhrase[(int) numbers.longValue()] = scorer.score();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
