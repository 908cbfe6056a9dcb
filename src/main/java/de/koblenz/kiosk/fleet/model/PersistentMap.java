package de.koblenz.kiosk.fleet.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An immutable map whose changed copy shares all but a path with the original (hash array mapped trie, Bagwell 2001): with 10,000 terminals a
/// change copies three small arrays. So every state of the fleet can be kept by whoever draws it, and costs nothing.
///
/// @param <K> with `equals` and `hashCode`
public final class PersistentMap<K, V> {
    private static final int BITS = 5;
    private static final int MASK = 31;

    private final @Nullable Node<K, V> root;
    private final int size;

    private PersistentMap(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    /// Without any key.
    public static <K, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null, 0);
    }

    public int size() {
        return size;
    }

    /// @return null if there is none
    public @Nullable V get(K key) {
        Node<K, V> node = root;
        int hash = hash(key);
        for (int shift = 0; node instanceof Branch<K, V> branch; shift += BITS) {
            node = branch.child(hash >>> shift & MASK);
        }
        if (node instanceof Leaves<K, V> leaves && leaves.hash == hash) {
            for (Entry<K, V> entry : leaves.entries) {
                if (entry.key.equals(key)) {
                    return entry.value;
                }
            }
        }
        return null;
    }

    public boolean containsKey(K key) {
        return get(key) != null;
    }

    /// A copy in which `key` has `value`.
    public PersistentMap<K, V> with(K key, V value) {
        Leaves<K, V> leaf = new Leaves<>(hash(key), List.of(new Entry<>(key, value)));
        boolean fresh = get(key) == null;
        Node<K, V> next = root == null ? leaf : put(root, leaf, 0);
        return new PersistentMap<>(next, fresh ? size + 1 : size);
    }

    /// A copy without `key`.
    public PersistentMap<K, V> without(K key) {
        if (root == null || get(key) == null) {
            return this;
        }
        return new PersistentMap<>(removed(root, key, hash(key), 0), size - 1);
    }

    /// Tells of every entry, in no order that means anything.
    public void forEach(BiConsumer<? super K, ? super V> consumer) {
        if (root != null) {
            each(root, consumer);
        }
    }

    /// Every value, in no order that means anything.
    public Stream<V> values() {
        Stream.Builder<V> all = Stream.builder();
        forEach((_, value) -> all.add(value));
        return all.build();
    }

    private static <K, V> void each(Node<K, V> node, BiConsumer<? super K, ? super V> consumer) {
        switch (node) {
            case Branch<K, V> branch -> {
                for (Node<K, V> child : branch.children) {
                    each(child, consumer);
                }
            }
            case Leaves<K, V> leaves ->
                    leaves.entries.forEach(entry -> consumer.accept(entry.key, entry.value));
        }
    }

    /// Spread, as neighbouring names have neighbouring hashes.
    private static int hash(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private static <K, V> Node<K, V> put(Node<K, V> node, Leaves<K, V> leaf, int shift) {
        return switch (node) {
            case Branch<K, V> branch -> {
                int index = leaf.hash >>> shift & MASK;
                Node<K, V> child = branch.child(index);
                yield branch.with(index, child == null ? leaf : put(child, leaf, shift + BITS));
            }
            case Leaves<K, V> leaves ->
                    leaves.hash == leaf.hash
                            ? leaves.with(leaf.entries.getFirst())
                            : put(
                                    Branch.<K, V>of(leaves.hash >>> shift & MASK, leaves),
                                    leaf,
                                    shift);
        };
    }

    private static <K, V> @Nullable Node<K, V> removed(
            Node<K, V> node, K key, int hash, int shift) {
        return switch (node) {
            case Branch<K, V> branch -> {
                int index = hash >>> shift & MASK;
                Node<K, V> child = Objects.requireNonNull(branch.child(index));
                Node<K, V> less = removed(child, key, hash, shift + BITS);
                yield less == null ? branch.without(index) : branch.with(index, less);
            }
            case Leaves<K, V> leaves -> {
                List<Entry<K, V>> rest =
                        leaves.entries.stream().filter(entry -> !entry.key.equals(key)).toList();
                yield rest.isEmpty() ? null : new Leaves<>(hash, rest);
            }
        };
    }

    private record Entry<K, V>(K key, V value) {}

    private sealed interface Node<K, V> {}

    /// Entries of one hash: nearly always one.
    private record Leaves<K, V>(int hash, List<Entry<K, V>> entries) implements Node<K, V> {
        Leaves<K, V> with(Entry<K, V> entry) {
            return new Leaves<>(
                    hash,
                    Stream.concat(
                                    entries.stream().filter(other -> !other.key.equals(entry.key)),
                                    Stream.of(entry))
                            .toList());
        }
    }

    /// Up to 32 children; a bit of `used` for each that there is.
    private static final class Branch<K, V> implements Node<K, V> {
        final int used;
        final Node<K, V>[] children;

        private Branch(int used, Node<K, V>[] children) {
            this.used = used;
            this.children = children;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <K, V> Node<K, V>[] array(int length) {
            return new Node[length];
        }

        static <K, V> Branch<K, V> of(int index, Node<K, V> child) {
            Node<K, V>[] children = array(1);
            children[0] = child;
            return new Branch<>(1 << index, children);
        }

        private int place(int index) {
            return Integer.bitCount(used & (1 << index) - 1);
        }

        private boolean has(int index) {
            return (used & 1 << index) != 0;
        }

        @Nullable Node<K, V> child(int index) {
            return has(index) ? children[place(index)] : null;
        }

        Branch<K, V> with(int index, Node<K, V> child) {
            int place = place(index);
            if (has(index)) {
                Node<K, V>[] next = children.clone();
                next[place] = child;
                return new Branch<>(used, next);
            }
            Node<K, V>[] next = array(children.length + 1);
            System.arraycopy(children, 0, next, 0, place);
            next[place] = child;
            System.arraycopy(children, place, next, place + 1, children.length - place);
            return new Branch<>(used | 1 << index, next);
        }

        @Nullable Branch<K, V> without(int index) {
            if (children.length == 1) {
                return null;
            }
            int place = place(index);
            Node<K, V>[] next = Arrays.copyOf(children, children.length - 1);
            System.arraycopy(children, place + 1, next, place, next.length - place);
            return new Branch<>(used & ~(1 << index), next);
        }
    }
}
