package de.koblenz.kiosk.device.printer;

import de.koblenz.kiosk.device.profile.DeviceProfile;
import java.util.ArrayList;
import java.util.List;

/// The page that technicians print at a new printer: whether its width, its code tables and its codes are what its
/// profile says.
public final class TestPage {
    private TestPage() {}

    /// @param title heading, in the city's words
    public static PrintDocument of(DeviceProfile profile, String title) {
        List<PrintDocument.Block> blocks = new ArrayList<>();
        blocks.add(new PrintDocument.Crest());
        blocks.add(new PrintDocument.Heading(title));
        blocks.add(new PrintDocument.Row(profile.vendor(), profile.name(), true));
        blocks.add(
                new PrintDocument.Row(
                        profile.key(),
                        profile.dotsWide() + " × " + profile.media().dpi() + " dpi",
                        false));
        blocks.add(new PrintDocument.Ruler());
        blocks.add(PrintDocument.Paragraph.plain("ÄÖÜäöüß €„“–× ŁŻł İğş Київ Brașov"));
        blocks.add(new PrintDocument.Qr("https://www.koblenz.de", "QR"));
        blocks.add(new PrintDocument.Matrix("www.koblenz.de", "Data Matrix"));
        blocks.add(new PrintDocument.Barcode("KO-0123", "Code 128"));
        for (int number : profile.codePages().keySet()) {
            blocks.add(new PrintDocument.CodeTable(number));
        }
        return new PrintDocument(blocks);
    }
}
