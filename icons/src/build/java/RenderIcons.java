import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws every SVG master of a folder as PNG in the sizes that trays, windows and packages ask for. */
final class RenderIcons {

    private static final int[] SIZES = {16, 20, 24, 32, 40, 48, 64, 128, 256};

    private RenderIcons() {}

    public static void main(String[] args) throws IOException {
        Path masters = Path.of(args[0]);
        Path output = Files.createDirectories(Path.of(args[1]));
        try (var files = Files.newDirectoryStream(masters, "*.svg")) {
            for (Path master : files) {
                render(master, output);
            }
        }
    }

    private static void render(Path master, Path output) throws IOException {
        SVGDocument document = new SVGLoader().load(master.toUri().toURL());
        if (document == null) {
            throw new IOException("Not an SVG picture: " + master);
        }
        String name = master.getFileName().toString().replace(".svg", "");
        for (int size : SIZES) {
            ImageIO.write(draw(document, size), "png", output.resolve(name + "-" + size + ".png").toFile());
        }
    }

    private static BufferedImage draw(SVGDocument document, int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render(null, graphics, new ViewBox(size, size));
        graphics.dispose();
        return image;
    }
}
