package org.priorfetch.app.today;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.PeerWords;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Sex;

/** Puts the head of the detail pane into words. */
final class DetailPresenter {

    private final Texts texts;
    private final Formats formats;
    private final PeerWords peers;

    DetailPresenter(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        peers = new PeerWords(texts, formats);
    }

    AppointmentDetail detail(AppointmentLine line, List<PeerStatus> asked) {
        AppointmentView view = line.view();
        return new AppointmentDetail(line.patient(), facts(view.patient()), line.procedure(),
                List.copyOf(view.modalities()),
                texts.get("today.detail.when", formats.moment(view.scheduledStart()), view.id()), line.mark(),
                line.progress(), line.verdict(), explanation(line, asked),
                texts.get(view.verdict().isSettledWell()
                        ? "today.detail.noCandidates"
                        : "today.detail.noneKnown"));
    }

    private String facts(Patient patient) {
        LocalDate born = patient.patientBirthDate();
        return Stream
                .of(texts.get("today.detail.id", patient.key().patientId()),
                        born == null ? "" : texts.get("today.detail.born", formats.date(born)),
                        patient.patientSex() == Sex.UNKNOWN ? "" : texts.get("today.sex", patient.patientSex()))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String explanation(AppointmentLine line, List<PeerStatus> asked) {
        AppointmentView view = line.view();
        if (line.outOfDate()) {
            return texts.get("today.gone.explained", texts.get("today.verdict", view.verdict()));
        }
        Long eta = view.etaSeconds();
        if (view.verdict() == ReadinessVerdict.FETCHING && eta != null) {
            return view.late()
                    ? texts.get("today.explained.late", formats.timeOfDay(formats.now().plusSeconds(eta)))
                    : texts.get("today.explained.eta", formats.duration(eta));
        }
        String silent = asked.stream()
                .filter(peer -> peer.state() == PeerState.UNREACHABLE)
                .map(peers::silence)
                .collect(Collectors.joining(" "));
        if (view.verdict() == ReadinessVerdict.UNREACHABLE && !silent.isEmpty()) {
            return texts.get("today.explained.silent", silent);
        }
        String explained = texts.get("today.explained", view.verdict());
        return view.verdict() != ReadinessVerdict.UNREACHABLE || view.notes().isEmpty() ? explained
                : explained + " (" + view.notes().stream().map(texts::of).collect(Collectors.joining("; ")) + ")";
    }
}
