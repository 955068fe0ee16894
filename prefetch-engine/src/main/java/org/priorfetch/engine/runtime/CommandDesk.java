package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.ProgramCommand;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.ReviewCommand;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;

/** Hands each command to the desk that carries it out. */
final class CommandDesk {

    private final AppointmentDesk appointments;
    private final RulesDesk rules;
    private final TransferDesk transfers;
    private final MediaDesk media;
    private final SiteDesk site;
    private final RecordDesk records;
    private final ProgramDesk program = new ProgramDesk();
    private final ArchiveDesk archives;
    private final ReviewDesk reviews;

    CommandDesk(EngineParts parts) {
        AppointmentLookup lookup = new AppointmentLookup(parts);
        appointments = new AppointmentDesk(parts, lookup);
        FetchByHand fetchByHand = new FetchByHand(parts, lookup);
        rules = new RulesDesk(parts);
        transfers = new TransferDesk(parts, fetchByHand);
        media = new MediaDesk(parts.connections().media(), fetchByHand);
        site = new SiteDesk(parts);
        records = new RecordDesk(parts);
        archives = new ArchiveDesk(parts, lookup);
        reviews = new ReviewDesk(parts);
    }

    @SuppressWarnings("unchecked") // each command's answer has the type that the command states
    <R> R carryOut(EngineCommand<R> command) throws CommandFailedException {
        return (R) switch (command) {
            case AppointmentCommand<?> appointment -> appointments.carryOut(appointment);
            case RulesCommand<?> asked -> rules.carryOut(asked);
            case TransferCommand<?> transfer -> transfers.carryOut(transfer);
            case MediaCommand<?> disc -> media.carryOut(disc);
            case SiteCommand<?> asked -> site.carryOut(asked);
            case RecordCommand<?> read -> records.carryOut(read);
            case ProgramCommand<?> asked -> program.carryOut(asked);
            case ArchiveCommand<?> asked -> archives.carryOut(asked);
            case ReviewCommand<?> review -> reviews.carryOut(review);
        };
    }
}
