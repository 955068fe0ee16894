package org.priorfetch.app.sources;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.PeerWords;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;

/** Puts the parts of a site into words. */
final class PartPresenter {

    private static final int MOST_PROBLEMS = 3;

    private final Texts texts;
    private final Formats formats;
    private final PeerWords words;

    PartPresenter(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        words = new PeerWords(texts, formats);
    }

    PartLine line(PartEntry entry) {
        PeerStatus status = entry.status();
        String kind = texts.get("sources.part", entry.part());
        String name = name(entry, kind);
        if (name.isEmpty()) {
            return new PartLine(Mark.NONE, "", kind, state(entry), activity(entry));
        }
        return new PartLine(status == null ? Mark.NONE : Mark.of(status.state()), kind, name, state(entry),
                activity(entry));
    }

    private String name(PartEntry entry, String kind) {
        if (entry.isFresh()) {
            return texts.get("sources.new", kind);
        }
        return entry.name().isEmpty() ? entry.section().get("aeTitle") : entry.name();
    }

    private String state(PartEntry entry) {
        PeerStatus status = entry.status();
        if (entry.part() == Part.EXCLUDE) {
            return excluded(entry);
        }
        if (entry.part() == Part.PROCEDURES) {
            return texts.get("sources.procedures.listed", lines(entry, "procedures"));
        }
        if (status == null) {
            String port = entry.section().get("port");
            return entry.part() != Part.SELF || port.isEmpty() ? "" : texts.get("sources.listens", port);
        }
        return words.lastAnswer(status);
    }

    private String excluded(PartEntry entry) {
        long patients = lines(entry, "patients");
        String codes = entry.section().get("confidentiality");
        String listed = patients == 0 && !codes.isEmpty() ? "" : texts.get("sources.exclude.listed", patients);
        return Stream.of(listed, codes).filter(words -> !words.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static long lines(PartEntry entry, String key) {
        return entry.section().get(key).lines().filter(line -> !line.isBlank()).count();
    }

    private String activity(PartEntry entry) {
        Long rate = entry.bytesPerSecond();
        String moving = rate == null || rate == 0 ? "" : formats.rate(rate);
        String unsaved = entry.unsaved() ? texts.get("sources.unsaved") : "";
        PeerStatus status = entry.status();
        Reason way = status == null ? null : status.way();
        return Stream.of(unsaved, moving, entry.section().get("limit"), entry.section().get("hours"),
                way == null ? "" : texts.of(way))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What is to be said of the file; null when nothing is. */
    @Nullable
    Notice notice(SiteReport read) {
        if (!read.problems().isEmpty()) {
            return wrong(read.problems(), false);
        }
        return read.writable() ? null
                : new Notice(Mark.HELD, texts.get("sources.readOnly", read.file()), texts.get("sources.readOnly.hint"));
    }

    /** @param shown whether the fields of the form say it already */
    Notice wrong(List<SiteProblem> problems, boolean shown) {
        String all = problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> problem.field().isEmpty() ? texts.of(problem.message())
                        : problem.field() + ": " + texts.of(problem.message()))
                .collect(Collectors.joining("\n"));
        return new Notice(Mark.FAILED, texts.get("sources.wrong"), shown ? "" : all);
    }

    private String worklistSheet(SiteSection self, SiteSection worklist) {
        return switch (worklist.get(WorklistTypes.KEY)) {
            case "hl7" -> texts.get("sources.sheet.hl7",
                    worklist.get("host").isEmpty() ? self.get("host") : worklist.get("host"), worklist.get("port"));
            case "pacs" -> texts.get("sources.sheet.arrivals");
            default -> texts.get("sources.sheet.worklist");
        };
    }

    private String sourceSheet(SiteSection source, boolean listens) {
        if (source.get(SourceTypes.KEY).equals("dicomweb")) {
            return texts.get("sources.sheet.web");
        }
        return switch (source.get("retrieve")) {
            case "get" -> texts.get("sources.sheet.get");
            case "move" -> texts.get("sources.sheet.move");
            case "direct" -> texts.get("sources.sheet.direct");
            default -> texts.get("sources.sheet.get")
                    + (listens ? "\n" + texts.get("sources.sheet.move") : "")
                    + (source.get("web").isBlank() ? "" : "\n" + texts.get("sources.sheet.beside"));
        };
    }

    /** Everything that the administrator of the other side must enter. */
    String sheet(SiteSection self, @Nullable PartEntry other) {
        boolean listens = !self.get("port").isEmpty();
        String service = other == null ? "" : switch (other.part()) {
            case SELF, EXCLUDE, PROCEDURES -> "";
            case WORKLIST -> worklistSheet(self, other.section());
            case PACS -> texts.get("sources.sheet.pacs");
            case SOURCE -> sourceSheet(other.section(), listens);
        };
        String host = listens ? texts.get("sources.sheet.listens", self.get("host"), self.get("port"))
                : texts.get("sources.sheet.deaf");
        return Stream.of(texts.get("sources.sheet.title"), texts.get("sources.sheet.aeTitle", self.get("aeTitle")),
                host, service)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
