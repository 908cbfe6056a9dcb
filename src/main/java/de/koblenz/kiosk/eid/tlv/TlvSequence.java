package de.koblenz.kiosk.eid.tlv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Data objects side by side, in their order.
public record TlvSequence(List<Tlv> items) {
    public TlvSequence {
        items = List.copyOf(items);
    }

    public static TlvSequence parse(Octets octets) throws TlvException {
        List<Tlv> items = new ArrayList<>();
        int at = 0;
        while (at < octets.length()) {
            Tlv item = Tlv.read(octets, at);
            items.add(item);
            at += item.encoded().length();
        }
        return new TlvSequence(items);
    }

    /// The object with that tag, when there is exactly one; a tag given twice is an error, so that nobody can hide a
    /// second meaning behind the first.
    public Optional<Tlv> find(int tag) throws TlvException {
        Tlv found = null;
        for (Tlv item : items) {
            if (item.tag() == tag) {
                if (found != null) {
                    throw new TlvException("tag " + Tlv.hexTag(tag) + " twice");
                }
                found = item;
            }
        }
        return Optional.ofNullable(found);
    }

    public Tlv get(int tag) throws TlvException {
        return find(tag)
                .orElseThrow(() -> new TlvException("tag " + Tlv.hexTag(tag) + " is missing"));
    }

    /// The object at that place.
    public Tlv at(int index) throws TlvException {
        if (index >= items.size()) {
            throw new TlvException("only " + items.size() + " objects");
        }
        return items.get(index);
    }

    public int size() {
        return items.size();
    }
}
