package org.priorfetch.engine.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;

/**
 * A page for the people who look after networks and archives: where the time goes, one archive on each sheet of A4. It needs
 * nothing but itself, names no patient, and says nothing by colour alone.
 */
public final class BottleneckPage {

    private static final String STYLE = """
            @page{size:A4;margin:14mm}
            body{font:11pt/1.4 system-ui,sans-serif;color:#16222e;background:#fff;max-width:182mm;margin:0 auto}
            section{break-after:page;break-inside:avoid}section:last-child{break-after:auto}
            h1{font-size:17pt;margin:0 0 1mm}h2{font-size:12pt;margin:5mm 0 1mm}
            p{margin:0 0 2mm}.when{color:#4a5a68}.advice{border-left:1.2mm solid #16222e;padding:1mm 0 1mm 4mm}
            table{border-collapse:collapse;width:100%}
            td{padding:.7mm 0;border-bottom:.2mm solid #c9d2da;vertical-align:top}td:first-child{width:52mm;color:#4a5a68}
            svg{width:100%;height:auto;font:13px system-ui,sans-serif}
            """;

    private final Locale locale;
    private final String when;

    /** @param when it was measured, as people write it */
    public BottleneckPage(Locale locale, String when) {
        this.locale = locale;
        this.when = when;
    }

    /** The whole document. */
    public String of(List<PeerMeasures> peers) {
        PeerMeasures pacs = peers.stream().filter(peer -> peer.kind() == PeerKind.PACS).findFirst().orElse(null);
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(text("measure.page.title")))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        peers.stream().filter(peer -> peer.kind() == PeerKind.SOURCE).forEach(peer -> section(peer, pacs, page));
        return page.append("</body>\n</html>\n").toString();
    }

    private void section(PeerMeasures source, @Nullable PeerMeasures pacs, StringBuilder page) {
        page.append("<section>\n<h1>").append(escaped(text("measure.page.heading", source.name())));
        page.append("</h1>\n<p class=\"when\">").append(escaped(text("measure.page.when", when))).append("</p>\n");
        Optional<Bottleneck> bottleneck = Bottleneck.of(source, pacs);
        bottleneck.ifPresent(found -> {
            page.append(new ChainDrawing(locale).of(found, source, pacs));
            page.append("<p class=\"advice\"><strong>").append(escaped(found.advice().text(locale)));
            page.append("</strong></p>\n");
            Message hint = found.hint();
            if (hint != null) {
                page.append("<p>").append(escaped(hint.text(locale))).append("</p>\n");
            }
            page.append("<p class=\"when\">").append(escaped(text("measure.page.reckoned"))).append("</p>\n");
        });
        table(source, page);
        if (pacs != null) {
            table(pacs, page);
        }
        page.append("</section>\n");
    }

    private void table(PeerMeasures peer, StringBuilder page) {
        page.append("<h2>").append(escaped(peer.name())).append("</h2>\n<table>\n");
        for (MeasureLines.Line line : MeasureLines.of(peer, locale)) {
            page.append("<tr><td>").append(escaped(line.label())).append("</td><td>");
            page.append(escaped(line.value())).append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private String text(String key, Object... args) {
        return Message.of(key, args).text(locale);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
