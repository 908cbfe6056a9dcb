package de.koblenz.kiosk.service.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.koblenz.kiosk.service.form.FieldType.Letters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The order of the pages, and moving in it while answers make pages come and go.
class FormPagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 6);
    private static final FieldType NAME = FieldType.Text.of(Letters.NAME, 40);

    private static final FieldPath CHILDREN = FieldPath.of("children");

    private static final Questionnaire FAMILY =
            new Questionnaire(
                    new FormDefinition(
                            "family",
                            List.of(
                                    Field.of("applicant", NAME),
                                    Field.of("note", NAME).as(FieldKind.HIDDEN),
                                    new FieldGroup(
                                            "children",
                                            new Occurrence(0, 9),
                                            List.of(
                                                    Field.of("name", NAME),
                                                    Field.of("adult", new FieldType.Flag()),
                                                    Field.of("school", NAME)
                                                            .visibleIf(
                                                                    new Condition.Equals(
                                                                            FieldPath.parse(
                                                                                    "children.adult"),
                                                                            "false")),
                                                    new FieldGroup(
                                                            "pets",
                                                            new Occurrence(0, 9),
                                                            List.of(Field.of("kind", NAME)),
                                                            Condition.always())),
                                            Condition.always()),
                                    Field.of("declaration", new FieldType.Consent()))),
                    List.of(
                            page("applicant", "applicant"),
                            page("children", "children"),
                            page("child", "children.name", "children.adult"),
                            page("school", "children.school"),
                            page("pets", "children.pets"),
                            page("pet", "children.pets.kind"),
                            page("declaration", "declaration")));

    private static QuestionPage page(String key, String... fields) {
        return new QuestionPage(key, Stream.of(fields).map(FieldPath::parse).toList());
    }

    private static List<String> keys(FormData data) {
        return FAMILY.pages(data, TODAY).visible().stream().map(FormPages.Page::key).toList();
    }

    @Test
    void pagesOfARepeatedGroupComeOncePerInstance() {
        assertEquals(List.of("applicant", "children", "declaration"), keys(FormData.EMPTY));
        FormData data =
                FormData.EMPTY
                        .addInstance(CHILDREN)
                        .addInstance(CHILDREN)
                        .with("children[a2].adult", "false")
                        .addInstance(FieldPath.parse("children[a1].pets"));
        assertEquals(
                List.of(
                        "applicant",
                        "children",
                        "child[a1]",
                        "pets[a1]",
                        "pet[a1.a1]",
                        "child[a2]",
                        "school[a2]",
                        "pets[a2]",
                        "declaration"),
                keys(data));
        assertEquals(
                List.of("children[a1].name", "children[a1].adult"),
                FAMILY.pages(data, TODAY).find("child[a1]").orElseThrow().fields().stream()
                        .map(FieldPath::toString)
                        .toList());
    }

    @Test
    void thereAndBackIsTheSameWay() {
        FormData data = FormData.EMPTY.addInstance(CHILDREN).with("children[a1].adult", "false");
        FormPages pages = FAMILY.pages(data, TODAY);
        List<String> forward = new ArrayList<>();
        for (Optional<FormPages.Page> at = pages.first(); at.isPresent(); ) {
            forward.add(at.get().key());
            at = pages.after(at.get().key());
        }
        List<String> back = new ArrayList<>();
        for (Optional<FormPages.Page> at = pages.last(); at.isPresent(); ) {
            back.add(at.get().key());
            at = pages.before(at.get().key());
        }
        assertEquals(keys(data), forward);
        assertEquals(forward, back.reversed());
        assertEquals(4, pages.number("school[a1]"));
    }

    @Test
    void aPageThatVanishedStillKnowsWhereToGo() {
        FormData data = FormData.EMPTY.addInstance(CHILDREN).with("children[a1].adult", "true");
        FormPages pages = FAMILY.pages(data, TODAY);
        assertEquals(Optional.empty(), pages.find("school[a1]"));
        assertEquals(0, pages.number("school[a1]"));
        assertEquals("pets[a1]", pages.after("school[a1]").orElseThrow().key());
        assertEquals("child[a1]", pages.before("school[a1]").orElseThrow().key());
        assertEquals(Optional.empty(), pages.after("child[a7]"));
        assertEquals(Optional.empty(), pages.before("nonsense"));
    }

    @Test
    void theFirstIncompletePageIsTheFirstWithAnError() {
        FormData data = FormData.EMPTY.addInstance(CHILDREN);
        assertEquals("applicant", incomplete(data));
        data = data.with("applicant", "Ada");
        assertEquals("child[a1]", incomplete(data));
        data = data.with("children[a1].name", "Bo").with("children[a1].adult", "false");
        assertEquals("school[a1]", incomplete(data));
        data = data.with("children[a1].adult", "true");
        assertEquals("declaration", incomplete(data));
        data = data.with("declaration", "true");
        assertEquals(Optional.empty(), FAMILY.pages(data, TODAY).firstIncomplete());
        assertEquals(List.of(), FAMILY.pages(data, TODAY).errors());
    }

    private static String incomplete(FormData data) {
        return FAMILY.pages(data, TODAY).firstIncomplete().orElseThrow().key();
    }

    @Test
    void aFieldLeadsToItsPage() {
        FormPages pages = FAMILY.pages(FormData.EMPTY.addInstance(CHILDREN), TODAY);
        assertEquals(
                "child[a1]", pages.of(FieldPath.parse("children[a1].adult")).orElseThrow().key());
        assertEquals(Optional.empty(), pages.of(FieldPath.of("note")));
    }

    /// Pages that stay visible keep key and relative order whatever is answered: a position never jumps.
    @Test
    void answersNeverReorderPages() {
        Random random = new Random(99);
        for (int round = 0; round < 300; round++) {
            FormData data = FormData.EMPTY;
            List<String> before = keys(data);
            for (int step = 0; step < 25; step++) {
                data = change(data, random);
                List<String> now = keys(data);
                List<String> stayed = before.stream().filter(now::contains).toList();
                assertEquals(stayed, now.stream().filter(before::contains).toList());
                assertEquals(now.size(), now.stream().distinct().count());
                before = now;
            }
            assertTrue(before.contains("declaration"));
        }
    }

    private static FormData change(FormData data, Random random) {
        List<String> ids = data.instances(CHILDREN);
        if (ids.isEmpty() || random.nextInt(4) == 0) {
            return data.addInstance(CHILDREN);
        }
        String id = ids.get(random.nextInt(ids.size()));
        FieldPath child = CHILDREN.instance(id);
        return switch (random.nextInt(4)) {
            case 0 -> data.removeInstance(CHILDREN, id);
            case 1 -> data.with(child.child("adult"), Boolean.toString(random.nextBoolean()));
            case 2 -> data.addInstance(child.child("pets"));
            default -> data.with(child.child("name"), "n");
        };
    }
}
