package org.priorfetch.app.today;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.ChipCell;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.ModalityCell;
import org.priorfetch.app.controls.PairCell;
import org.priorfetch.app.controls.TextCell;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/** Adds the columns of the appointments. The heads of groups show nothing in them. */
final class TodayColumns {

    private static final double CHIP_MARK = 44;
    private static final double MODALITY_PADDING = 44;
    private static final double PROCEDURE_MIN = 112;
    private static final double PROCEDURE_WANTED = 220;
    private static final double PATIENT_MIN = 132;
    private static final double PATIENT_WANTED = 260;
    private static final double SECTION_MIN = 90;
    private static final double SECTION_WANTED = 110;
    private static final long LONG = 130 * 60;
    private static final int DAYS_OF_THE_WEEK = 7;

    private final LineTable<TodayItem, TodayLine> table;
    private final Texts texts;
    private final Formats formats;
    private final TableColumn<Row<TodayItem, TodayLine>, TodayLine> section;

    TodayColumns(LineTable<TodayItem, TodayLine> table, Texts texts, Formats formats) {
        this.table = table;
        this.texts = texts;
        this.formats = formats;
        section = add();
    }

    /** Shows where appointments take place, if any tells. */
    void tellSections(boolean known) {
        table.need(section, known);
    }

    private TableColumn<Row<TodayItem, TodayLine>, TodayLine> add() {
        var time = named("time", table.fixed(title("time"), timesOfDay(), 0, by(AppointmentView::scheduledStart),
                () -> new TextCell<>(text(AppointmentLine::time), "figures")));
        var relative = named("when", table.fixed(title("when"), moments(), 0, by(AppointmentView::scheduledStart),
                () -> new TextCell<>(text(AppointmentLine::relative), "figures", "aside")));
        var modality = named("modality", table.fixed(title("modality"), List.of("CTMR"), MODALITY_PADDING,
                by(view -> String.join(" ", view.modalities())), () -> new ModalityCell<>(this::modalities)));
        var procedure = named("procedure", table.free(title("procedure"), PROCEDURE_MIN, PROCEDURE_WANTED,
                comparing(text(AppointmentLine::procedure)),
                () -> new TextCell<>(text(AppointmentLine::procedure))));
        named("patient", table.free(title("patient"), PATIENT_MIN, PATIENT_WANTED,
                comparing(text(AppointmentLine::patient), String.CASE_INSENSITIVE_ORDER),
                () -> new PairCell<>(text(AppointmentLine::patient), text(AppointmentLine::patientId))));
        var place = named("section", table.free(title("section"), SECTION_MIN, SECTION_WANTED,
                comparing(text(AppointmentLine::section)),
                () -> new TextCell<>(text(AppointmentLine::section), "aside")));
        named("verdict", table.fixed(title("verdict"), verdicts(), CHIP_MARK, by(AppointmentView::verdict),
                () -> new ChipCell<>(line -> line instanceof AppointmentLine one ? one.mark() : Mark.NONE,
                        TodayColumns::progress,
                        text(AppointmentLine::verdict))));
        var priors = named("priors", table.fixed(title("priors"), List.of("10/10"), 0,
                comparingDouble(TodayColumns::progress),
                () -> new TextCell<>(text(AppointmentLine::priors), "figures")));
        var eta = named("eta",
                table.fixed(title("eta"),
                        List.of(formats.duration(0), formats.duration(LONG),
                                texts.get("today.late", formats.duration(LONG))),
                        0,
                        comparingLong(TodayColumns::eta),
                        () -> new TextCell<>(text(AppointmentLine::eta), "figures")));
        List.of(time, priors, eta).forEach(column -> column.getStyleClass().add(LineTable.NUMBERS));
        table.leaveOut(List.of(procedure, priors, modality, eta, relative, place));
        return place;
    }

    private <C extends TableColumn<?, ?>> C named(String id, C column) {
        column.setId(id);
        return column;
    }

    private String title(String column) {
        return texts.get("today.column." + column);
    }

    private SortedSet<String> modalities(TodayLine line) {
        return line instanceof AppointmentLine one ? one.view().modalities() : Collections.emptySortedSet();
    }

    private static double progress(TodayLine line) {
        return line instanceof AppointmentLine one ? one.progress() : 0;
    }

    private static Function<TodayLine, String> text(Function<AppointmentLine, String> part) {
        return line -> line instanceof AppointmentLine one ? part.apply(one) : "";
    }

    private static long eta(TodayLine line) {
        Long eta = line instanceof AppointmentLine one ? one.view().etaSeconds() : null;
        return eta == null ? Long.MAX_VALUE : eta;
    }

    private static <T extends Comparable<? super T>> Comparator<TodayLine> by(Function<AppointmentView, T> property) {
        return (a, b) -> a instanceof AppointmentLine first && b instanceof AppointmentLine second
                ? property.apply(first.view()).compareTo(property.apply(second.view()))
                : 0;
    }

    private List<String> timesOfDay() {
        return Stream.iterate(Instant.EPOCH, day -> day.plus(Duration.ofDays(1)))
                .limit(DAYS_OF_THE_WEEK)
                .map(formats::timeOfDay)
                .toList();
    }

    private List<String> moments() {
        String minutes = texts.get("common.duration.minutes", 55);
        return Stream.of(texts.get("common.relative.tomorrow"), texts.get("common.relative.yesterday"),
                texts.get("common.relative.in", minutes), texts.get("common.relative.ago", minutes)).toList();
    }

    private List<String> verdicts() {
        Stream<String> known = Stream.of(ReadinessVerdict.values()).map(value -> texts.get("today.verdict", value));
        return Stream.concat(known, Stream.of(texts.get("today.gone.verdict"))).toList();
    }
}
