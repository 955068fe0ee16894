package org.priorfetch.engine.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.priorfetch.engine.alert.AlertFacts.CertificateEnd;
import org.priorfetch.engine.alert.AlertFacts.DiskSpace;
import org.priorfetch.engine.alert.AlertFacts.FailedTry;
import org.priorfetch.engine.alert.AlertFacts.RefusedMessages;
import org.priorfetch.engine.alert.Finding.Health;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.StudyRef;

/** What is the matter at one moment, whatever was before. */
final class AlertRules {

    static final long DISK_LOW_BYTES = 2_000_000_000L;
    static final double DISK_LOW_SHARE = 0.05;
    static final int FAILURES = 3;
    static final Duration FAILURES_WITHIN = Duration.ofHours(1);
    static final Duration GIVEN_UP_WITHIN = Duration.ofDays(1);

    /** Room must come back with something to spare, or an alert would come and go. */
    private static final double DISK_SPARE = 1.25;

    /** Why a transfer is held of which the PACS does not show what was meant. */
    private static final String MISDELIVERED = "transfer.direct.mismatch";

    /** Why a transfer failed of which the PACS took something not, whatever the source it came from. */
    private static final Set<String> NOT_STORED = Set.of("dicom.notStored", "dicomweb.notStored", "transfer.lostInPacs",
            "transfer.notCommitted");

    private AlertRules() {}

    static List<Finding> findings(AlertFacts facts) {
        List<Finding> findings = new ArrayList<>();
        facts.peers().forEach(peer -> findings.add(ofPeer(peer)));
        facts.disks().forEach(disk -> findings.add(ofDisk(disk)));
        Map<String, List<FailedTry>> bySource = facts.failures()
                .stream()
                .collect(Collectors.groupingBy(FailedTry::source, TreeMap::new, Collectors.toList()));
        bySource.forEach((source, failures) -> findings.add(ofFailures(source, failures, facts)));
        bySource.forEach((source, failures) -> findings.add(ofMisdelivered(source, failures)));
        facts.certificates().forEach(certificate -> findings.add(ofCertificate(certificate, facts.at())));
        facts.refused().forEach(refused -> findings.add(ofMessages(refused)));
        findings.add(ofLate(facts.late()));
        return findings;
    }

    private static Finding ofMessages(RefusedMessages refused) {
        return new Finding(AlertKind.MESSAGES_REFUSED, refused.worklist(),
                refused.count() > 0 ? Health.BAD : Health.WELL,
                Message.of("alerts.MESSAGES_REFUSED.text", refused.worklist(), String.valueOf(refused.count())),
                Message.of("alerts.MESSAGES_REFUSED.advice", refused.worklist()));
    }

    /** One for all sources, or it would come and go as they take turns. */
    private static Finding ofLate(LateAppointments late) {
        Health health = late.areMany() ? Health.BAD : late.areFew() ? Health.WELL : Health.UNSURE;
        return new Finding(AlertKind.APPOINTMENTS_LATE, "", health,
                Message.of("alerts.APPOINTMENTS_LATE.text", String.valueOf(late.late()), String.valueOf(late.due()),
                        String.valueOf(LateAppointments.HOURS), late.source()),
                Message.of("alerts.APPOINTMENTS_LATE." + late.cause(), late.source()));
    }

    private static Finding ofPeer(PeerStatus peer) {
        AlertKind kind = switch (peer.kind()) {
            case PACS -> AlertKind.PACS_DOWN;
            case SOURCE -> AlertKind.SOURCE_DOWN;
            case WORKLIST -> AlertKind.WORKLIST_SILENT;
        };
        Health health = switch (peer.state()) {
            case OK -> Health.WELL;
            case UNKNOWN -> Health.UNSURE;
            case SILENT -> Health.BAD;
            case UNREACHABLE -> kind == AlertKind.WORKLIST_SILENT ? Health.UNSURE : Health.BAD;
        };
        return finding(kind, peer.name(), health, peer.name());
    }

    private static Finding ofDisk(DiskSpace disk) {
        double low = Math.max(DISK_LOW_BYTES, disk.totalBytes() * DISK_LOW_SHARE);
        Health health = disk.freeBytes() < low ? Health.BAD
                : disk.freeBytes() < low * DISK_SPARE ? Health.UNSURE : Health.WELL;
        return finding(AlertKind.DISK_LOW, disk.folder(), health, disk.folder());
    }

    private static Finding ofFailures(String source, List<FailedTry> failures, AlertFacts facts) {
        Instant now = facts.at();
        boolean givenUp = failures.stream()
                .anyMatch(failure -> failure.givenUp() && isWithin(GIVEN_UP_WITHIN, failure, now));
        List<PeerStatus> away = facts.peers().stream().filter(peer -> peer.state().isTrouble()).toList(); // alerts of their own tell of them
        Map<String, Long> lately = failures.stream()
                .filter(failure -> isWithin(FAILURES_WITHIN, failure, now))
                .filter(failure -> away.stream().noneMatch(peer -> isAbout(peer.name(), failure)))
                .map(failure -> failure.reason().phrases().getFirst().key())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        boolean repeated = lately.values().stream().anyMatch(count -> count >= FAILURES);
        Health rest = lately.isEmpty() ? Health.WELL : Health.UNSURE;
        boolean byPacs = failures.stream().allMatch(AlertRules::isByPacs);
        String what = byPacs ? "notStored" : givenUp ? "givenUp" : "text";
        return new Finding(AlertKind.JOBS_FAILING, source, givenUp || repeated ? Health.BAD : rest,
                Message.of("alerts.JOBS_FAILING." + what, source),
                Message.of("alerts.JOBS_FAILING." + (givenUp ? "advice" : "triedAgain"), source));
    }

    private static boolean isByPacs(FailedTry failure) {
        return NOT_STORED.stream().anyMatch(failure.reason()::has) || isAbout(StudyRef.PACS, failure);
    }

    /** What went wrong with a peer is said with its name first. */
    private static boolean isAbout(String peer, FailedTry failure) {
        List<String> about = failure.reason().phrases().getFirst().args();
        return !about.isEmpty() && about.getFirst().equals(peer);
    }

    private static Finding ofMisdelivered(String source, List<FailedTry> failures) {
        boolean any = failures.stream().anyMatch(failure -> failure.reason().has(MISDELIVERED));
        return finding(AlertKind.MISDELIVERED, source, any ? Health.BAD : Health.WELL, source);
    }

    private static boolean isWithin(Duration duration, FailedTry failure, Instant now) {
        return failure.at().isAfter(now.minus(duration));
    }

    private static Finding ofCertificate(CertificateEnd certificate, Instant now) {
        ExpiryStage stage = ExpiryStage.of(certificate.notAfter(), now);
        return new Finding(AlertKind.CERTIFICATE_EXPIRING, certificate.name(),
                stage == ExpiryStage.FAR ? Health.WELL : Health.BAD,
                Message.of("alerts.CERTIFICATE_EXPIRING." + stage, certificate.name()),
                Message.of("alerts.CERTIFICATE_EXPIRING.advice", certificate.name()));
    }

    private static Finding finding(AlertKind kind, String subject, Health health, String about) {
        return new Finding(kind, subject, health, Message.of("alerts." + kind + ".text", about),
                Message.of("alerts." + kind + ".advice", about));
    }
}
