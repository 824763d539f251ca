"""A page of claims by FastAPI and SQLAlchemy, as their own documents write one: entities with what they refer to, read in a session of
the request, and models of the answer. python3 server.py DATABASE PORT
"""

import json
import sys
from datetime import datetime, timezone
from typing import List, Optional

import uvicorn
from fastapi import Depends, FastAPI
from pydantic import BaseModel
from sqlalchemy import create_engine, select
from sqlalchemy.ext.declarative import DeferredReflection
from sqlalchemy.orm import Session, declarative_base, joinedload, relationship, sessionmaker
from sqlalchemy.pool import QueuePool

DATABASE, PORT = sys.argv[1], int(sys.argv[2])

# Connections are kept: what SQLAlchemy does by itself since version 2.
engine = create_engine(
    f"sqlite:///file:{DATABASE}?mode=ro&uri=true", connect_args={"check_same_thread": False}, poolclass=QueuePool, pool_size=40)
sessions = sessionmaker(engine)
Base = declarative_base(cls=DeferredReflection)


class Party(Base):
    __tablename__ = "parties"


class Place(Base):
    __tablename__ = "places"


class Source(Base):
    __tablename__ = "sources"
    affiliation = relationship("Source", foreign_keys="Source.affiliation_id", remote_side="Source.id")


class Document(Base):
    __tablename__ = "documents"
    publisher = relationship(Source, foreign_keys="Document.publisher_id")


class Statement(Base):
    __tablename__ = "statements"


class Claimant(Base):
    __tablename__ = "claim_claimants"
    source = relationship(Source)


class Claim(Base):
    __tablename__ = "claims"
    party = relationship(Party, foreign_keys="Claim.party_id")
    place = relationship(Place)
    statement = relationship(Statement)
    document = relationship(Document)
    first = relationship(
        Claimant, primaryjoin="and_(Claimant.claim_id == Claim.id, Claimant.ordinal == 0)", uselist=False, viewonly=True)


Base.prepare(engine)


class Count(BaseModel):
    text: str
    relation: str
    low: Optional[int]
    high: Optional[int]


class Named(BaseModel):
    id: Optional[int]
    name: Optional[str]


class PartyOut(Named):
    text: Optional[str]
    country: Optional[str]
    kind: str


class ClaimantOut(Named):
    kind: Optional[str]
    role: Optional[str]
    country: Optional[str]


class Period(BaseModel):
    text: Optional[str]
    start: Optional[str]
    end: Optional[str]


class PlaceOut(Named):
    text: Optional[str]
    country: Optional[str]
    lat: Optional[float]
    lon: Optional[float]
    precision: Optional[str]


class Quote(BaseModel):
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class StatementOut(BaseModel):
    id: int
    kind: str


class DocumentOut(BaseModel):
    id: int
    title: Optional[str]
    label: Optional[str]
    publisher: Named
    publishedAt: Optional[str]
    url: Optional[str]


class Links(BaseModel):
    self: str
    text: str


class ClaimOut(BaseModel):
    id: int
    category: str
    mixedOf: List[str]
    cause: Optional[str]
    count: Count
    party: PartyOut
    claimant: ClaimantOut
    originator: Named
    certainty: str
    scope: str
    period: Period
    place: PlaceOut
    quote: Quote
    statement: StatementOut
    document: DocumentOut
    repeats: Optional[int]
    partOf: Optional[int]
    updates: Optional[int]
    disputes: Optional[int]
    status: str
    credibility: Optional[int]
    rules: List[str]
    extractor: str
    revision: int
    receivedAt: datetime
    updatedAt: datetime
    blamed: Optional[str]
    alsoClaimants: List[str]
    relay: List[str]
    cite: str
    links: Links


class Page(BaseModel):
    items: List[ClaimOut]


def shown(claim):
    party, place, statement, document = claim.party, claim.place, claim.statement, claim.document
    source = claim.first and claim.first.source
    above = source and source.affiliation
    originator = above and above.affiliation or above or source or document.publisher
    span = (claim.span_start, claim.span_end)
    return {
        "id": claim.id, "category": claim.category, "mixedOf": json.loads(claim.mixed_of), "cause": claim.cause,
        "count": {"text": claim.count_text, "relation": claim.relation, "low": claim.low, "high": claim.high},
        "party": {"id": party.id, "text": claim.party_text, "name": party.name, "country": party.country, "kind": party.kind},
        "claimant": {name: source and getattr(source, name) for name in ("id", "name", "kind", "role", "country")},
        "originator": named(originator), "certainty": claim.certainty, "scope": claim.scope,
        "period": {"text": claim.period_text, "start": claim.period_start, "end": claim.period_end},
        "place": {
            "id": place and place.id, "text": claim.place_text, "name": place and place.name, "country": place and place.country,
            "lat": place and place.latitude, "lon": place and place.longitude, "precision": place and place.precision},
        "quote": {"exact": claim.text, "prefix": claim.prefix, "suffix": claim.suffix, "start": span[0], "end": span[1]},
        "statement": {"id": statement.id, "kind": statement.kind},
        "document": {
            "id": document.id, "title": document.title, "label": document.title or document.opening,
            "publisher": named(document.publisher), "publishedAt": document.published_at, "url": document.url},
        "repeats": claim.repeats_claim_id, "partOf": claim.part_of_claim_id, "updates": claim.updates_claim_id,
        "disputes": claim.disputes_claim_id, "status": claim.status, "credibility": claim.credibility, "rules": json.loads(claim.rules),
        "extractor": claim.extractor, "revision": claim.revision, "receivedAt": moment(claim.received_at),
        "updatedAt": moment(claim.updated_at), "blamed": None, "alsoClaimants": [], "relay": [],
        "cite": f"{source and source.name or ''}, quoted in “{document.title or ''}” (document {document.id}), characters {span[0]}–{span[1]}, "
                f"CasualtyApi claim {claim.id}, position {claim.since}",
        "links": {"self": f"/api/v1/claims/{claim.id}", "text": f"/documents/{document.id}#char={span[0]},{span[1]}"},
    }


def named(source):
    return {"id": source and source.id, "name": source and source.name}


def moment(milliseconds):
    return datetime.fromtimestamp(milliseconds / 1000, timezone.utc)


def session_of_request():
    session = sessions()
    try:
        yield session
    finally:
        session.close()


app = FastAPI()


@app.get("/page", response_model=Page)
def page(party: int, category: str, session: Session = Depends(session_of_request)):
    newest = (
        select(Claim)
        .options(
            joinedload(Claim.party, innerjoin=True), joinedload(Claim.place), joinedload(Claim.statement, innerjoin=True),
            joinedload(Claim.document, innerjoin=True).joinedload(Document.publisher),
            joinedload(Claim.first).joinedload(Claimant.source).joinedload(Source.affiliation).joinedload(Source.affiliation))
        .where(
            Claim.status.in_(["candidate", "accepted"]), Claim.party_id == party, Claim.category == category,
            Claim.published_at.is_not(None))
        .order_by(Claim.published_at.desc(), Claim.id.desc())
        .limit(50))
    return {"items": [shown(claim) for claim in session.execute(newest).scalars()]}


uvicorn.run(app, host="127.0.0.1", port=PORT, log_level="warning", access_log=False)
