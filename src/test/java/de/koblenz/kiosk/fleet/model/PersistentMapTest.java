package de.koblenz.kiosk.fleet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    /// Keys of few hashes, so that many collide.
    private record Key(int value, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    @Test
    void itIsLikeAMapWhateverTheHashes() {
        for (int hashes : new int[] {1, 7, 1_000_000}) {
            Random random = new Random(hashes);
            PersistentMap<Key, Integer> map = PersistentMap.empty();
            Map<Key, Integer> expected = new HashMap<>();
            for (int i = 0; i < 3_000; i++) {
                int value = random.nextInt(300);
                Key key = new Key(value, Math.floorMod(value * 31, hashes));
                if (random.nextInt(3) == 0) {
                    map = map.without(key);
                    expected.remove(key);
                } else {
                    map = map.with(key, i);
                    expected.put(key, i);
                }
                assertEquals(expected.get(key), map.get(key));
                assertEquals(expected.size(), map.size());
            }
            Map<Key, Integer> all = new HashMap<>();
            map.forEach(all::put);
            assertEquals(expected, all);
        }
    }

    @Test
    void aChangeLeavesTheOriginal() {
        PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("a", 1);
        PersistentMap<String, Integer> two = one.with("b", 2).with("a", 3);
        assertEquals(1, one.get("a"));
        assertNull(one.get("b"));
        assertEquals(3, two.get("a"));
        assertEquals(2, two.size());
    }

    @Test
    void emptiedItIsEmpty() {
        PersistentMap<String, Integer> map = PersistentMap.<String, Integer>empty().with("a", 1);
        assertEquals(0, map.without("a").size());
        assertNull(map.without("a").get("a"));
        assertEquals(1, map.without("b").size());
    }
}
