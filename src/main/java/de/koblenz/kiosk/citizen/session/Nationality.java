package de.koblenz.kiosk.citizen.session;

import de.koblenz.kiosk.service.form.CodeList;
import de.koblenz.kiosk.service.form.FieldType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A nationality as a card has it, in the code lists of forms. The card has letters (ICAO Doc 9303-3 section 5; `D` for Germany);
/// forms have the three letters of ISO 3166-1 or the three digits of the federal statistical office (Destatis, Staats- und
/// Gebietssystematik, part 2). What is in neither is asked.
final class Nationality {
    private static final String GERMAN = "D";

    /// In the URN of the lists whose codes are those digits.
    private static final String DESTATIS = ":destatis:";

    /// Letters and digits. States of today only: the nationality of one that is no more is asked, as is that of the stateless.
    private static final Map<String, String> DIGITS =
            pairs(
                    """
                    AFG 423, AGO 223, ALB 121, AND 123, ARE 469, ARG 323, ARM 422, ATG 320, AUS 523,
                    AUT 151, AZE 425, BDI 291, BEL 124, BEN 229, BFA 258, BGD 460, BGR 125, BHR 424,
                    BHS 324, BIH 122, BLR 169, BLZ 330, BOL 326, BRA 327, BRB 322, BRN 429, BTN 426,
                    BWA 227, CAF 289, CAN 348, CHE 158, CHL 332, CHN 479, CIV 231, CMR 262, COD 246,
                    COG 245, COL 349, COM 244, CPV 242, CRI 334, CUB 351, CYP 181, CZE 164, DJI 230,
                    DMA 333, DNK 126, DOM 335, DZA 221, ECU 336, EGY 287, ERI 224, ESP 161, EST 127,
                    ETH 225, FIN 128, FJI 526, FRA 129, FSM 545, GAB 236, GBR 168, GEO 430, GHA 238,
                    GIN 261, GMB 237, GNB 259, GNQ 274, GRC 134, GRD 340, GTM 345, GUY 328, HND 347,
                    HRV 130, HTI 346, HUN 165, IDN 437, IND 436, IRL 135, IRN 439, IRQ 438, ISL 136,
                    ISR 441, ITA 137, JAM 355, JOR 445, JPN 442, KAZ 444, KEN 243, KGZ 450, KHM 446,
                    KIR 530, KNA 370, KOR 467, KWT 448, LAO 449, LBN 451, LBR 247, LBY 248, LCA 366,
                    LIE 141, LKA 431, LSO 226, LTU 142, LUX 143, LVA 139, MAR 252, MCO 147, MDA 146,
                    MDG 249, MDV 454, MEX 353, MHL 544, MKD 144, MLI 251, MLT 145, MMR 427, MNE 140,
                    MNG 457, MOZ 254, MRT 239, MUS 253, MWI 256, MYS 482, NAM 267, NER 255, NGA 232,
                    NIC 354, NLD 148, NOR 149, NPL 458, NRU 531, NZL 536, OMN 456, PAK 461, PAN 357,
                    PER 361, PHL 462, PLW 537, PNG 538, POL 152, PRK 434, PRT 153, PRY 359, QAT 447,
                    ROU 154, RUS 160, RWA 265, SAU 472, SDN 277, SEN 269, SGP 474, SLB 524, SLE 272,
                    SLV 337, SMR 156, SOM 273, SRB 170, SSD 278, STP 268, SUR 364, SVK 155, SVN 131,
                    SWE 157, SWZ 281, SYC 271, SYR 475, TCD 284, TGO 283, THA 476, TJK 470, TKM 471,
                    TLS 483, TON 541, TTO 371, TUN 285, TUR 163, TUV 540, TZA 282, UGA 286, UKR 166,
                    URY 365, USA 368, UZB 477, VAT 167, VCT 369, VEN 367, VNM 432, VUT 532, WSM 543,
                    XKX 150, YEM 421, ZAF 263, ZMB 257, ZWE 233
                    """);

    private Nationality() {}

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.strip().split(",\\s*", -1)) {
            pairs.put(pair.substring(0, 3), pair.substring(4));
        }
        pairs.put("DEU", "000");
        return Map.copyOf(pairs);
    }

    /// The code of a nationality in the list of a field; empty where it has none.
    ///
    /// @param letters as on the card
    static Optional<String> code(String letters, FieldType type) {
        if (!(type instanceof FieldType.Choice(CodeList list))) {
            return Optional.empty();
        }
        String state = letters.equals(GERMAN) ? "DEU" : letters;
        if (state.matches("[A-Z]{3}") && list.has(state)) {
            return Optional.of(state);
        }
        // Three digits may mean anything in a list of another house.
        return list.id().contains(DESTATIS)
                ? Optional.ofNullable(DIGITS.get(state)).filter(list::has)
                : Optional.empty();
    }
}
