ALTER TABLE "accreditation_attestations" DROP CONSTRAINT "accreditation_attestations_version_fk";
