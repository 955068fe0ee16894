package org.priorfetch.app.bridge;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.ProgramCommand;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.ReviewCommand;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.StudyRef;

/** What commands change, so that what is asked of one subject is done in the order in which it was asked. */
enum Subject {
    WORK, DISCS, REVIEWS, SETTINGS, LOCK;

    /** Null for what may take its time, and for what only reads. */
    static @Nullable Subject of(EngineCommand<?> command) {
        return switch (command) {
            case AppointmentCommand<?> appointment -> of(appointment);
            case TransferCommand<?> transfer -> of(transfer);
            case MediaCommand.CloseMedia _ -> DISCS;
            case ReviewCommand<?> review -> of(review);
            case RulesCommand.SaveRules _,RulesCommand.DismissSuggestion _ -> SETTINGS;
            case SiteCommand<?> site -> of(site);
            case MediaCommand<?> _,RulesCommand<?> _,ArchiveCommand<?> _,RecordCommand<?> _,ProgramCommand<?> _ -> null;
        };
    }

    private static @Nullable Subject of(AppointmentCommand<?> command) {
        return switch (command) {
            case AppointmentCommand.SkipPrior _,AppointmentCommand.TakePrior _,AppointmentCommand.Pin _ -> WORK;
            case AppointmentCommand.PutFirst _,AppointmentCommand.FetchNow _,AppointmentCommand.QueryAgain _ -> WORK;
            case AppointmentCommand.NoteOpened _ -> WORK;
            case AppointmentCommand.ExplainPriors _,AppointmentCommand.ReadPriorReport _ -> null;
            case AppointmentCommand.ReadReportDocument _ -> null;
        };
    }

    /** A disc is closed after what was ordered of it before. An order of an archive's study asks the archive first. */
    private static @Nullable Subject of(TransferCommand<?> command) {
        return switch (command) {
            case TransferCommand.Pause _,TransferCommand.CancelTransfer _ -> WORK;
            case TransferCommand.MoveTransfer _,TransferCommand.RetryTransfer _ -> WORK;
            case TransferCommand.FetchStudy fetch -> fetch.source().equals(StudyRef.MEDIA) ? DISCS : null;
        };
    }

    private static @Nullable Subject of(ReviewCommand<?> command) {
        return switch (command) {
            case ReviewCommand.Decide _,ReviewCommand.Settle _,ReviewCommand.Withdraw _ -> REVIEWS;
            case ReviewCommand.ReadReviews _,ReviewCommand.ReadDelivered _,ReviewCommand.ReadDecisions _ -> null;
        };
    }

    private static @Nullable Subject of(SiteCommand<?> command) {
        return switch (command) {
            case SiteCommand.SaveSite _ -> SETTINGS;
            case SiteCommand.Unlock _,SiteCommand.Lock _,SiteCommand.SetPassphrase _ -> LOCK;
            case SiteCommand.ProtectAreas _,SiteCommand.ReadLock _ -> LOCK;
            case SiteCommand.CheckPeers _,SiteCommand.ReadSite _,SiteCommand.CheckPeer _ -> null;
            case SiteCommand.TestDelivery _,SiteCommand.AnswerDeliveryTest _,SiteCommand.MeasurePeer _ -> null;
        };
    }
}
