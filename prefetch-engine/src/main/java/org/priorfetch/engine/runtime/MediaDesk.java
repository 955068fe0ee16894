package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ImportAnswer;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;

/** Carries out what people ask about discs and folders. */
final class MediaDesk {

    private final MediaShelf shelf;
    private final FetchByHand fetchByHand;

    MediaDesk(MediaShelf shelf, FetchByHand fetchByHand) {
        this.shelf = shelf;
        this.fetchByHand = fetchByHand;
    }

    Object carryOut(MediaCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case MediaCommand.OpenMedia open -> shelf.open(open.path());
            case MediaCommand.ReadMedia read -> shelf.read(read.id());
            case MediaCommand.CloseMedia close -> shelf.forget(close.id());
            case MediaCommand.ImportStudies wanted -> bringIn(wanted);
        };
    }

    private List<ImportAnswer> bringIn(MediaCommand.ImportStudies wanted) throws CommandFailedException {
        List<ImportAnswer> answers = new ArrayList<>();
        for (PriorCandidate study : shelf.candidates(wanted.id(), wanted.studyUids())) {
            String uid = study.ref().studyInstanceUid();
            FetchStudy wish = new FetchStudy(uid, StudyRef.MEDIA, wanted.forAccession());
            answers.add(new ImportAnswer(uid, fetchByHand.order(study, wish)));
        }
        return answers;
    }
}
