package de.koblenz.kiosk.service.fim;

import java.util.Set;

/// Misspelt keywords of rule sentences: a letter lost, doubled or exchanged with its neighbour, as in `dan` or `ausgefühlt`.
/// A letter that is another one is not corrected: "abzugeben" is not "anzugeben".
final class RuleSpelling {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "wenn",
                    "dann",
                    "sonst",
                    "sofern",
                    "muss",
                    "muessen",
                    "duerfen",
                    "wird",
                    "werden",
                    "nicht",
                    "oder",
                    "ausgefuellt",
                    "auszufuellen",
                    "befuellt",
                    "angegeben",
                    "anzugeben",
                    "eingegeben",
                    "einzugeben",
                    "eingetragen",
                    "angezeigt",
                    "anzuzeigen",
                    "eingeblendet",
                    "ausgeblendet",
                    "ausgewaehlt",
                    "gewaehlt",
                    "pflichtfeld",
                    "pflichtangabe",
                    "erforderlich",
                    "verpflichtend",
                    "ungleich",
                    "gleich",
                    "groesser",
                    "kleiner",
                    "mindestens",
                    "hoechstens",
                    "zwischen",
                    "datenfeld",
                    "datenfelder",
                    "datenfeldgruppe",
                    "einzublenden",
                    "auszublenden",
                    "feldgruppe");

    /// Words of their own that a slip would make of a keyword.
    private static final Set<String> OTHERS =
            Set.of("keiner", "messen", "nichts", "order", "leich", "erden", "wehren", "waehlt");

    private RuleSpelling() {}

    /// The keyword that is meant, or the word itself.
    ///
    /// @param plain in small letters with umlauts spelt out
    static String corrected(String plain) {
        if (plain.length() < 3 || KEYWORDS.contains(plain) || OTHERS.contains(plain)) {
            return plain;
        }
        String found = plain;
        for (String keyword : KEYWORDS) {
            if (slipped(keyword, plain)) {
                if (!found.equals(plain)) {
                    return plain;
                }
                found = keyword;
            }
        }
        return found;
    }

    /// Whether a long word is another one with a letter lost, doubled or exchanged with its neighbour.
    static boolean slip(String one, String other) {
        return Math.min(one.length(), other.length()) > 7
                && one.regionMatches(0, other, 0, 3)
                && (slipped(one, other) || slipped(other, one));
    }

    private static boolean slipped(String keyword, String plain) {
        int longer = keyword.length() - plain.length();
        if (Math.abs(longer) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(keyword.length(), plain.length());
        while (same < shorter && keyword.charAt(same) == plain.charAt(same)) {
            same++;
        }
        if (longer == 0) {
            boolean longVowel =
                    same + 1 < shorter
                            && plain.charAt(same) == 'h'
                            && keyword.charAt(same) == keyword.charAt(same + 1)
                            && keyword.substring(same + 1).equals(plain.substring(same + 1));
            // "ausgefühlt"
            boolean exchanged =
                    same + 1 < shorter
                            && keyword.charAt(same) == plain.charAt(same + 1)
                            && keyword.charAt(same + 1) == plain.charAt(same)
                            && keyword.substring(same + 2).equals(plain.substring(same + 2));
            // "eingeblended"
            boolean hard =
                    same == shorter - 1 && keyword.charAt(same) == 't' && plain.charAt(same) == 'd';
            return longVowel || exchanged || hard;
        }
        String big = longer > 0 ? keyword : plain;
        String small = longer > 0 ? plain : keyword;
        if (!big.substring(same + 1).equals(small.substring(same))) {
            return false;
        }
        boolean twice = same > 0 && big.charAt(same) == big.charAt(same - 1);
        boolean mute = big.charAt(same) == 'h' && same > 2;
        return twice || (longer > 0 ? keyword.length() > 4 : mute);
    }
}
