package de.koblenz.kiosk.citizen.ui;

import de.koblenz.kiosk.citizen.session.Answers;
import de.koblenz.kiosk.service.form.FieldPath;
import de.koblenz.kiosk.service.form.FormPages;
import de.koblenz.kiosk.service.journey.Journey;
import de.koblenz.kiosk.service.journey.JourneyTexts;
import java.util.List;
import java.util.Map;

/// What a page is called: as its texts say; where they have no title for a page of several questions, as the group of which it
/// asks everything, or by the names of what it asks ("Postleitzahl und Ort").
///
/// @param pages of the form
record PageTitle(Words words, Journey journey, FormPages pages, Sections sections) {
    String of(FormPages.Page page) {
        JourneyTexts keys = new JourneyTexts(journey);
        String own = keys.title(page.page());
        List<FieldPath> asked =
                Answers.entries(pages, page).stream()
                        .map(Answers.EntryPlace::path)
                        .distinct()
                        .toList();
        if (words.texts().has(own) || asked.isEmpty()) {
            return words.of(own);
        }
        return sections.whole(page)
                .orElseGet(() ->
                        joined(asked.stream().map(path -> words.of(keys.label(path))).toList()));
    }

    private String joined(List<String> names) {
        String joined = names.getFirst();
        for (int i = 1; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            joined =
                    words.of(
                            last ? JourneyTexts.TITLE_LAST : JourneyTexts.TITLE_FURTHER,
                            Map.of("first", joined, "second", names.get(i)));
        }
        return joined;
    }
}
