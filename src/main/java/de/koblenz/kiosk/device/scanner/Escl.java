package de.koblenz.kiosk.device.scanner;

import de.koblenz.kiosk.xml.XmlCursor;
import de.koblenz.kiosk.xml.XmlLimits;
import de.koblenz.kiosk.xml.XmlRefused;

/// Names and limits of eSCL, the scan protocol of Mopria and AirPrint (Mopria Alliance, eSCL Technical Specification 2.97).
final class Escl {
    /// Namespace with the prefix `scan`.
    static final String SCAN = "http://schemas.hp.com/imaging/escl/2011/05/03";

    /// Namespace with the prefix `pwg`: the Semantic Model of the Printer Working Group.
    static final String PWG = "http://www.pwg.org/schemas/2010/12/sm";

    /// No scanner's capabilities have more than 40 kB.
    static final XmlLimits LIMITS = new XmlLimits(256 << 10, 24, 8_000);

    private Escl() {}

    /// A cursor at the root of an answer.
    ///
    /// @param root which element it has to be
    /// @throws XmlRefused if it is not
    static XmlCursor open(byte[] xml, String root) throws XmlRefused {
        XmlCursor cursor = XmlCursor.open(xml, root, LIMITS);
        if (!cursor.name().equals(root) || !cursor.namespace().equals(SCAN)) {
            throw new XmlRefused(
                    cursor.place(),
                    "something else than was asked for",
                    ScannerCode.BAD_DATA.code());
        }
        return cursor;
    }
}
