package de.koblenz.kiosk.service.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The codes among which a citizen chooses, in the order of their display.
///
/// @param id name of the list within its form, or its URN where it comes from a registry of code lists
/// @param codes at least one, each code once
public record CodeList(String id, List<Code> codes) {
    public CodeList {
        codes = List.copyOf(codes);
        Set<String> seen = new HashSet<>();
        for (Code code : codes) {
            if (!seen.add(code.code())) {
                throw new IllegalArgumentException("code twice in list " + id + ": " + code.code());
            }
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("no codes in list " + id);
        }
    }

    /// A list whose wording stands at the field that uses it.
    public static CodeList of(String id, String... codes) {
        return new CodeList(id, List.of(codes).stream().map(Code::of).toList());
    }

    public boolean has(String code) {
        return codes.stream().anyMatch(known -> known.code().equals(code));
    }

    /// One choice.
    ///
    /// @param code what is stored and sent, not empty
    /// @param textKey key of its wording where a list has one for all its users, e.g. `list.zones.A1`; empty where
    ///     it is worded per field
    public record Code(String code, String textKey) {
        public Code {
            if (code.isEmpty()) {
                throw new IllegalArgumentException("an empty code");
            }
        }

        public static Code of(String code) {
            return new Code(code, "");
        }
    }
}
