package de.koblenz.kiosk.service.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers by path, with instances that keep their ids.
class FormDataTest {
    private static final FieldPath CHILDREN = FieldPath.of("children");

    @Test
    void answersAreEqualByValueWhateverTheOrderOfTyping() {
        FormData one = FormData.EMPTY.with("a", "1").with("b.c", "2");
        FormData other = FormData.EMPTY.with("b.c", "3").with("a", "1").with("b.c", "2");
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, one.without(FieldPath.of("a")));
        assertEquals(FormData.EMPTY, FormData.EMPTY.with("a", "1").with("a", ""));
    }

    @Test
    void instancesKeepTheirIdsAndIdsAreNeverUsedTwice() {
        FormData data = FormData.EMPTY.addInstance(CHILDREN).addInstance(CHILDREN);
        assertEquals(List.of("a1", "a2"), data.instances(CHILDREN));
        data = data.with("children[a1].name", "Ada").with("children[a2].name", "Bo");
        FormData without = data.removeInstance(CHILDREN, "a2");
        assertEquals(Optional.of("Ada"), without.value("children[a1].name"));
        assertEquals(Optional.empty(), without.value("children[a2].name"));
        assertEquals(List.of("a1", "a3"), without.addInstance(CHILDREN).instances(CHILDREN));
        assertEquals(List.of("a2"), data.removeInstance(CHILDREN, "a1").instances(CHILDREN));
    }

    @Test
    void removingAnInstanceTakesTheGroupsWithinAlong() {
        FieldPath pets = FieldPath.parse("children[a1].pets");
        FormData data =
                FormData.EMPTY
                        .addInstance(CHILDREN)
                        .addInstance(CHILDREN)
                        .addInstance(pets)
                        .with("children[a1].pets[a1].name", "Rex")
                        .with("children[a2].name", "Bo");
        FormData left = data.removeInstance(CHILDREN, "a1");
        assertEquals(List.of(), left.instances(pets));
        assertEquals(Optional.empty(), left.value("children[a1].pets[a1].name"));
        assertEquals(Optional.of("Bo"), left.value("children[a2].name"));
    }

    @Test
    void nothingPersonalIsPrinted() {
        FormData data = FormData.EMPTY.with("name", "Musterfrau").with("born", "1990-06-03");
        assertEquals("FormData[2 values]", data.toString());
        assertFalse(new CheckResult.Accepted("Musterfrau").toString().contains("Musterfrau"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vehicle.length", "children[a1].name", "F60000000227", "a[x1].b[y2].c-d_e"})
    void pathsAreWrittenAsTheyAreRead(String path) {
        assertEquals(path, FieldPath.parse(path).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "a.", ".a", "a..b", "1a", "a b", "a[]", "a[-]", "a[x", "ä", "a[x]y", "a\n"
            })
    void whatIsNoPathIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> FieldPath.parse(text));
    }

    @Test
    void aPathFindsItsNeighbours() {
        FieldPath place = FieldPath.parse("children[a1].pets[b2].name");
        assertEquals(
                "children[a1].pets[b2].age",
                FieldPath.parse("children.pets.age").near(place).toString());
        assertEquals("children[a1].name", FieldPath.parse("children.name").near(place).toString());
        assertEquals("other.name", FieldPath.parse("other.name").near(place).toString());
        assertEquals("field.children.pets.name", place.textKey());
        assertTrue(place.within(FieldPath.parse("children[a1]")));
        assertFalse(place.within(FieldPath.parse("children[a2]")));
        assertFalse(place.within(FieldPath.parse("children")));
    }

    /// Random histories of adding, removing and answering, against plain lists.
    @Test
    void randomHistoriesKeepAnswersWithTheirInstance() {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            FormData data = FormData.EMPTY;
            java.util.Map<String, String> expected = new java.util.LinkedHashMap<>();
            for (int step = 0; step < 40; step++) {
                List<String> ids = List.copyOf(expected.keySet());
                if (ids.isEmpty() || random.nextInt(3) == 0) {
                    data = data.addInstance(CHILDREN);
                    expected.put(data.instances(CHILDREN).getLast(), "");
                } else if (random.nextInt(3) == 0) {
                    String gone = ids.get(random.nextInt(ids.size()));
                    data = data.removeInstance(CHILDREN, gone);
                    expected.remove(gone);
                } else {
                    String id = ids.get(random.nextInt(ids.size()));
                    String answer = "n" + random.nextInt(1000);
                    data = data.with(CHILDREN.instance(id).child("name"), answer);
                    expected.put(id, answer);
                }
                assertEquals(List.copyOf(expected.keySet()), data.instances(CHILDREN));
                for (var entry : expected.entrySet()) {
                    FieldPath name = CHILDREN.instance(entry.getKey()).child("name");
                    assertEquals(entry.getValue(), data.value(name).orElse(""));
                }
            }
        }
    }
}
