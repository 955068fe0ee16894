package org.priorfetch.app.bridge;

import com.sun.javafx.font.FontConfigManager;
import com.sun.javafx.font.FontConfigManager.FcCompFont;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Looks on Linux for the fonts that stand in for characters that the first one lacks: once for normal and once for bold type.
 * JavaFX does it for each of twelve styles, and each search takes 10 ms and leaves 3 MB behind for ever where many fonts are
 * installed. This reaches into JavaFX: where it finds something else than it knows, JavaFX searches by itself.
 */
final class FontSearch {

    private static final List<String> FAMILIES = List.of("sans", "serif", "monospace");
    private static final List<String> STYLES = List.of("regular:roman", "bold:roman", "regular:italic", "bold:italic");
    private static final int SEARCHED = 2;

    private FontSearch() {}

    /** To be called before the first text. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the lock is JavaFX's, which searches under it
    static void searchSparingly() {
        try {
            if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
                return;
            }
            Class.forName("com.sun.javafx.font.PrismFontFactory"); // loads the native part
            synchronized (FontConfigManager.class) {
                Field known = FontConfigManager.class.getDeclaredField("fontConfigFonts");
                known.setAccessible(true);
                FcCompFont[] found = known.get(null) == null ? search() : new FcCompFont[0];
                if (found.length > 0) {
                    Field file = FontConfigManager.class.getDeclaredField("defaultFontFile");
                    file.setAccessible(true);
                    file.set(null, found[0].firstFont.fontFile);
                    known.set(null, found);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError _) {
            // JavaFX searches by itself
        }
    }

    /** None where something was not found. */
    private static FcCompFont[] search() throws ReflectiveOperationException {
        FcCompFont[] all = FAMILIES.stream().flatMap(FontSearch::family).toArray(FcCompFont[]::new);
        FcCompFont[] first = Arrays.copyOf(all, SEARCHED);
        FcCompFont[] others = Arrays.copyOfRange(all, SEARCHED, all.length);
        if (!search(first, true) || !search(others, false)) {
            return new FcCompFont[0];
        }
        for (FcCompFont font : others) {
            font.allFonts = first[font.style % SEARCHED].allFonts.clone();
            font.allFonts[0] = font.firstFont;
        }
        return Stream.of(all).allMatch(font -> font.firstFont != null && font.firstFont.fontFile != null)
                ? all
                : new FcCompFont[0];
    }

    private static Stream<FcCompFont> family(String family) {
        return STYLES.stream().map(style -> {
            FcCompFont font = new FcCompFont();
            font.fcName = family + ":" + style;
            font.fcFamily = family;
            font.style = STYLES.indexOf(style);
            return font;
        });
    }

    private static boolean search(FcCompFont[] fonts, boolean withThoseThatStandIn)
            throws ReflectiveOperationException {
        Method locale = FontConfigManager.class.getDeclaredMethod("getFCLocaleStr");
        Method search = FontConfigManager.class.getDeclaredMethod("getFontConfig", String.class, FcCompFont[].class,
                boolean.class);
        locale.setAccessible(true);
        search.setAccessible(true);
        return (boolean) search.invoke(null, locale.invoke(null), fonts, withThoseThatStandIn);
    }
}
