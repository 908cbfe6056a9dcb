package de.koblenz.kiosk.service.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Lucene's index over all phrases, in memory: one document a phrase. Answers how well each phrase
/// contains one typed word: a word of the phrase itself beats one that means the same, that beats a
/// part of a compound. Thread-safe once built; nothing to close but memory.
///
/// Read through the postings, not through queries: each keystroke asks for a hundred terms with a
/// weight each and wants the best weight of every phrase, for which building queries took longer
/// than answering them.
final class PhraseIndex {
    private static final String NUMBER = "number";

    /// The words of a phrase themselves.
    private static final String WORD = "word";

    /// Groups of words that mean the same as one of them.
    private static final String SAME = "same";

    /// Parts of compounds among them.
    private static final String PART = "part";

    /// Groups of words that mean the same as such a part.
    private static final String FAR = "far";

    private static final float OF_SAME = 0.9f;
    private static final float OF_PART = 0.8f;
    private static final float OF_FAR = 0.68f;

    private static final int BUFFER_MEGABYTES = 64;

    /// Of a word of one or two letters, only what begins so itself is meant.
    private static final int LEAST_FOR_KIN = 3;

    private final WordKin kin;
    private final Vocabulary vocabulary;
    private final List<Segment> segments;
    private final int size;

    /// A part of the index (there is one, as long as all fits the writer's buffer) with the number
    /// of the phrase of each of its documents.
    private static final class Segment {
        private final LeafReader reader;
        private final int[] numbers;

        Segment(LeafReader reader) throws IOException {
            this.reader = reader;
            this.numbers = new int[reader.maxDoc()];
            NumericDocValues values = DocValues.getNumeric(reader, NUMBER);
            for (int document = 0; document < numbers.length; document++) {
                numbers[document] = values.advanceExact(document) ? (int) values.longValue() : 0;
            }
        }
    }

    PhraseIndex(List<SearchPhrase> phrases, WordKin kin) {
        this.kin = kin;
        this.size = phrases.size();
        Set<String> words = new HashSet<>(kin.grouped());
        Map<String, Set<String>> partsOf = new HashMap<>();
        IndexWriterConfig config =
                new IndexWriterConfig()
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setUseCompoundFile(false);
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int number = 0; number < size; number++) {
                    writer.addDocument(document(number, phrases.get(number), partsOf, words));
                }
            }
            List<Segment> all = new ArrayList<>();
            for (LeafReaderContext leaf : DirectoryReader.open(directory).leaves()) {
                all.add(new Segment(leaf.reader()));
            }
            segments = List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail", e);
        }
        vocabulary = new Vocabulary(words);
    }

    private Document document(
            int number, SearchPhrase phrase, Map<String, Set<String>> partsOf, Set<String> all) {
        Set<String> own = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        for (SearchWord word : phrase.words()) {
            own.add(word.surface());
            own.add(word.stem());
            parts.addAll(partsOf.computeIfAbsent(word.surface(), kin::parts));
        }
        Document document = new Document();
        document.add(new NumericDocValuesField(NUMBER, number));
        add(document, SAME, kin.groups(own));
        add(document, FAR, kin.groups(parts));
        add(document, PART, parts);
        all.addAll(own);
        all.addAll(parts);
        phrase.fill().forEach(word -> own.add(word.surface()));
        add(document, WORD, own);
        return document;
    }

    private static void add(Document document, String field, Set<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
    }

    int size() {
        return size;
    }

    /// Whether some phrase has the word, an equivalent of it, or a compound with it.
    boolean knows(SearchWord word) {
        return vocabulary.has(word);
    }

    /// For each phrase how well it contains the word, 0 to 1.
    float[] match(SearchWord word, boolean unfinished) {
        Set<String> ends = knows(word) ? Set.of() : kin.parts(word.surface());
        Map<String, Float> meanings = vocabulary.meanings(word, unfinished, ends);
        float[] byPhrase = new float[size];
        collect(WORD, meanings, 1, byPhrase);
        if (word.surface().length() >= LEAST_FOR_KIN) {
            Map<String, Float> groups = new LinkedHashMap<>();
            meanings.forEach((meaning, sure) ->
                    kin.groups(Set.of(meaning))
                            .forEach(group -> groups.merge(group, sure, Math::max)));
            collect(SAME, groups, OF_SAME, byPhrase);
            collect(PART, meanings, OF_PART, byPhrase);
            collect(FAR, groups, OF_FAR, byPhrase);
        }
        return byPhrase;
    }

    /// For each phrase 1 where it has exactly this word, 0 where not.
    float[] matchExactly(SearchWord word) {
        float[] byPhrase = new float[size];
        collect(WORD, Map.of(word.surface(), 1f), 1, byPhrase);
        return byPhrase;
    }

    /// Raises each phrase to the best weight of those of `terms` that it has in `field`.
    private void collect(String field, Map<String, Float> terms, float factor, float[] byPhrase) {
        try {
            for (Segment segment : segments) {
                collect(segment, field, terms, factor, byPhrase);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail", e);
        }
    }

    private static void collect(
            Segment segment, String field, Map<String, Float> terms, float factor, float[] byPhrase)
            throws IOException {
        @Nullable Terms all = segment.reader.terms(field);
        if (all == null) {
            return;
        }
        TermsEnum each = all.iterator();
        @Nullable PostingsEnum postings = null;
        for (Map.Entry<String, Float> term : terms.entrySet()) {
            if (each.seekExact(new BytesRef(term.getKey()))) {
                float sure = term.getValue() * factor;
                postings = each.postings(postings, PostingsEnum.NONE);
                for (int document = postings.nextDoc();
                        document != DocIdSetIterator.NO_MORE_DOCS;
                        document = postings.nextDoc()) {
                    int number = segment.numbers[document];
                    byPhrase[number] = Math.max(byPhrase[number], sure);
                }
            }
        }
    }
}
