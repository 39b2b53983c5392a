The harbour bridge at Norwick will close to cars for two years from September, the transport minister, Li Wei, said on Monday.

“We cannot keep patching a bridge that is past its life,” Wei told reporters at the town hall. “It has carried forty thousand cars a day since 1968, and it is tired.”

The Port Authority expects the works to cost 84 million crowns, half of which the region will pay. A ferry will run every twenty minutes while the bridge is shut.

Shop owners on the quay say that they were not asked. “Nobody came to my door,” said Beth Marlow, who has sold nets there for thirty years.
