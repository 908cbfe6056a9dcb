package de.koblenz.kiosk.citizen.ui.view;

import de.koblenz.kiosk.citizen.session.PagePictures;
import java.io.ByteArrayInputStream;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/// The small picture of a scanned page, on paper. Its dots are overwritten when the page is left; never mirrored.
final class PagePicture extends Region implements Forgetful {
    /// More than it is ever drawn at, so that a page that is turned looks the same.
    private static final int SIDE = 1000;

    private static final int[] NOTHING = {0};

    private final PagePictures source;
    private final ImageView view = new ImageView();
    private String shown = "";
    private int[] dots = NOTHING;
    private double width;
    private double height;

    PagePicture(PagePictures source) {
        this.source = source;
        getStyleClass().add("paper");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        setManaged(false);
        view.setManaged(false);
        view.setSmooth(true);
        getChildren().add(view);
    }

    /// @param id name of the page; empty for none
    /// @param words the same for who does not see it
    void show(String id, String words) {
        setAccessibleText(words);
        if (id.equals(shown)) {
            return;
        }
        forget();
        shown = id;
        byte[] jpeg = source.page(id);
        if (jpeg.length > 0) {
            Image whole = new Image(new ByteArrayInputStream(jpeg), SIDE, SIDE, true, true);
            Arrays.fill(jpeg, (byte) 0);
            if (!whole.isError()) {
                keep(whole);
            }
        }
        requestLayout();
    }

    /// In dots of our own, because those of an image cannot be overwritten.
    private void keep(Image whole) {
        int across = (int) whole.getWidth();
        int down = (int) whole.getHeight();
        dots = new int[across * down];
        whole.getPixelReader()
                .getPixels(
                        0, 0, across, down, PixelFormat.getIntArgbPreInstance(), dots, 0, across);
        width = across;
        height = down;
        view.setImage(
                new WritableImage(
                        new PixelBuffer<>(
                                across,
                                down,
                                IntBuffer.wrap(dots),
                                PixelFormat.getIntArgbPreInstance())));
    }

    @Override
    public void forget() {
        view.setImage(null);
        Arrays.fill(dots, 0);
        dots = NOTHING;
        shown = "";
        setAccessibleText(null);
        width = 0;
        height = 0;
    }

    /// In the middle of a box, as large as fits.
    void place(double x, double y, double most, double tall) {
        double scale = width == 0 ? 0 : Math.min((most - 8) / width, (tall - 8) / height);
        double own = Math.floor(width * scale) + 8;
        double high = Math.floor(height * scale) + 8;
        resizeRelocate(Math.rint(x + (most - own) / 2), y, own, high);
        setVisible(width > 0);
        view.setFitWidth(own - 8);
        view.setFitHeight(high - 8);
        view.relocate(4, 4);
    }
}
