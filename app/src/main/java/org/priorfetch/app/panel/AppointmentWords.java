package org.priorfetch.app.panel;

import java.util.List;
import java.util.stream.Collectors;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.NameDisplay;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.RegionWords;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Urgency;

/** Puts an appointment into one short line. */
final class AppointmentWords {

    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;

    AppointmentWords(Texts texts, Formats formats, Privacy privacy) {
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
    }

    PanelLine.Appointment line(PanelItem.Appointment item) {
        AppointmentView view = item.view();
        String region = RegionWords.of(view, texts);
        String time = formats.time(view.scheduledStart());
        boolean over = view.scheduledStart().isBefore(formats.now());
        return new PanelLine.Appointment(time, List.copyOf(view.modalities()), region, privacy.name(view.patient()),
                privacy.displayProperty().get() == NameDisplay.FULL, Mark.of(view.verdict()), progress(view),
                chip(item), explained(item), view.urgency() == Urgency.STAT,
                over && view.verdict().isSettledWell(), item.open(),
                texts.get("panel.spoken", time, String.join(" ", view.modalities()), region, spoken(item)));
    }

    private String chip(PanelItem.Appointment item) {
        AppointmentView view = item.view();
        return switch (view.verdict()) {
            case READY -> here(view);
            case FETCHING -> fetching(view);
            case PARTIAL -> texts.get("panel.chip.partial", here(view));
            case UNREACHABLE -> texts.get(item.pacsSilent() ? "panel.chip.pacsSilent" : "panel.chip.unreachable");
            case HELD -> texts.get("panel.chip.held");
            case FAILED -> texts.get("panel.chip.failed");
            case NONE_EXIST -> texts.get("panel.chip.none");
        };
    }

    private String fetching(AppointmentView view) {
        Long eta = view.etaSeconds();
        if (view.relevant() == 0) {
            return texts.get("panel.chip.searching");
        }
        if (eta == null) {
            return here(view);
        }
        return view.late() && !view.scheduledStart().isBefore(formats.now())
                ? texts.get("panel.chip.late", here(view), ready(eta))
                : texts.get("panel.chip.eta", here(view), formats.duration(eta));
    }

    private String ready(long seconds) {
        return formats.timeOfDay(formats.now().plusSeconds(seconds));
    }

    private String here(AppointmentView view) {
        return texts.get("panel.chip.here", view.here(), view.relevant());
    }

    private String explained(PanelItem.Appointment item) {
        AppointmentView view = item.view();
        Long eta = view.etaSeconds();
        if (view.verdict() == ReadinessVerdict.FETCHING && view.late() && eta != null) {
            return texts.get("panel.explained.late", ready(eta));
        }
        if (view.verdict() != ReadinessVerdict.UNREACHABLE || (view.notes().isEmpty() && !item.pacsSilent())) {
            return texts.get("panel.explained", view.verdict());
        }
        return item.pacsSilent() ? texts.get("panel.explained.pacsSilent")
                : texts.get("panel.explained", view.verdict()) + " ("
                        + view.notes().stream().map(texts::of).collect(Collectors.joining("; ")) + ")";
    }

    private String spoken(PanelItem.Appointment item) {
        AppointmentView view = item.view();
        return switch (view.verdict()) {
            case READY, FETCHING, PARTIAL -> view.relevant() == 0
                    ? chip(item)
                    : spokenHere(view);
            case HELD, UNREACHABLE, FAILED, NONE_EXIST -> chip(item);
        };
    }

    private String spokenHere(AppointmentView view) {
        String here = texts.get("panel.spoken.here", view.here(), view.relevant());
        Long eta = view.etaSeconds();
        return view.late() && eta != null ? texts.get("panel.spoken.late", here, ready(eta)) : here;
    }

    /** Between 0 and 1, of the images of all relevant priors. */
    private static double progress(AppointmentView view) {
        long expected = 0;
        long delivered = 0;
        for (PriorView prior : view.priors()) {
            if (prior.state().isRelevant() && prior.expected() > 0) {
                expected += prior.expected();
                delivered += Math.min(prior.delivered(), prior.expected());
            }
        }
        return expected == 0 ? 0 : (double) delivered / expected;
    }
}
