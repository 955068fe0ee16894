package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand.CheckPeer;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.settings.RetrieveMethod;
import org.priorfetch.engine.settings.SiteDraft;
import org.priorfetch.engine.settings.SiteDrafts;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;

/** Tries a peer out that is not saved yet, beside whatever engine works at the moment. */
final class PeerTrial {

    private static final SiteSection SOME_PACS = SiteSection
            .of(Map.of("aeTitle", "PACS", "host", "localhost", "port", "104"));
    private static final String SOME_ISSUER = "PACS";
    private static final String NO_NAME_YET = "it";

    private final SiteFile file;
    private final Clock clock;

    PeerTrial(SiteFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    ProbeStep check(CheckPeer wanted) throws CommandFailedException {
        SiteSection peer = named(wanted);
        String issuer = file.form().pacs().get("issuer");
        boolean nameless = issuer.isEmpty() && peer.get("patients").equals("pix") && peer.get("pix.local").isEmpty();
        if (wanted.step() == CheckStep.INDEX && nameless) {
            return ProbeStep.skipped(wanted.step(), Message.of("runtime.indexUnsaved"));
        }
        SiteSettings settings = settings(wanted, peer, issuer.isEmpty() ? SOME_ISSUER : issuer);
        boolean listens = wanted.step() == CheckStep.RETRIEVE
                && settings.sources()
                        .stream()
                        .anyMatch(source -> source.retrieve() == RetrieveMethod.MOVE
                                || source.retrieve() == RetrieveMethod.AUTO);
        String name = wanted.kind() == PeerKind.PACS ? StudyRef.PACS : peer.get("name");
        Path spool = temporaryFolder();
        try (SiteConnections connections = new SiteConnections(settings, spool, listens, clock, Deadlines.DEFAULT)) {
            return connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .probe(wanted.step());
        } catch (IOException _) {
            return ProbeStep.skipped(wanted.step(), Message.of("dicom.portInUse"));
        } finally {
            remove(spool);
        }
    }

    private static SiteSection named(CheckPeer wanted) {
        boolean nameless = wanted.kind() != PeerKind.PACS && wanted.peer().get("name").isBlank();
        return nameless ? wanted.peer().with("name", NO_NAME_YET) : wanted.peer();
    }

    private SiteSettings settings(CheckPeer wanted, SiteSection peer, String issuer) throws CommandFailedException {
        String pacsAeTitle = file.form().pacs().get("aeTitle"); // an archive may be asked to send there
        SiteSection pacs = SOME_PACS.with("issuer", issuer)
                .with("aeTitle", pacsAeTitle.isBlank() ? SOME_PACS.get("aeTitle") : pacsAeTitle);
        SiteForm alone = SiteForm.EMPTY.withSelf(wanted.self()).withPacs(pacs);
        SiteForm form = switch (wanted.kind()) {
            case PACS -> alone.withPacs(peer);
            case WORKLIST -> alone.withWorklists(List.of(new SiteSection(SiteSection.NEW, peer.values())));
            case SOURCE -> alone.withSources(List.of(new SiteSection(SiteSection.NEW, peer.values())));
        };
        return switch (new SiteDrafts(file).anew(form)) {
            case SiteDraft.Usable usable -> usable.settings();
            case SiteDraft.Wrong wrong -> throw new CommandFailedException(wrong.problems().getFirst().message());
            case SiteDraft.Refused refused -> throw new CommandFailedException(refused.why());
        };
    }

    private static Path temporaryFolder() throws CommandFailedException {
        try {
            return Files.createTempDirectory("priorfetch-check");
        } catch (IOException _) {
            throw new CommandFailedException(Message.of("runtime.checkStopped"));
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.toList()) {
                Files.deleteIfExists(left);
            }
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
        }
    }
}
